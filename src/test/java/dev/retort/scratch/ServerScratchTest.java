package dev.retort.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ServerScratchTest {

    @Test
    void makesEmptyUtf8Databases() throws Exception {
        Database database = TestServer.fresh();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT getdatabaseencoding(), current_setting('application_name'),"
                                + " (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace)")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("UTF8");
            assertThat(row.getString(2)).isEqualTo("retort");
            assertThat(row.getInt(3)).isZero();
        }
        TestServer.drop(database);
    }
}
