package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.DatabaseException;
import dev.retort.TestServer;
import dev.retort.database.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A pooler is told apart from a server, and one that shares sessions from one that does not. */
class SharedSessionsTest {

    private final Database server = TestServer.fresh();

    @Test
    void aConnectionToTheServerItselfIsSeenToBeOne() throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_backend_pid()")) {
            result.next();
            int process = result.getInt(1);
            assertThat(SharedSessions.mayBe(connection, process)).isFalse();
            assertThat(SharedSessions.mayBe(connection, process + 1)).isTrue();
        }
    }

    @Test
    void sessionsOfTheirOwnAreFine() throws SQLException {
        try (Connection connection = server.connect()) {
            assertThatCode(() -> SharedSessions.refuse(server, connection)).doesNotThrowAnyException();
        }
    }

    @Test
    void oneSessionForAllIsRefused() throws SQLException {
        try (Connection only = server.connect()) {
            Database pooled = new Database() {
                @Override
                public Connection connect() {
                    return kept(only);
                }

                @Override
                public String display() {
                    return server.display();
                }
            };
            assertThatThrownBy(() -> SharedSessions.refuse(pooled, pooled.connect()))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("are shared with others")
                    .hasMessageContaining("pool_mode = transaction")
                    .hasMessageContaining("Connect to the server itself");
            assertThat(only.isClosed()).isFalse();
        }
    }

    /** The connection, as who closes it gives it back to a pool. */
    private static Connection kept(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
