package dev.retort.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What to do about a connection that was refused. */
class ConnectFailureTest {

    @ParameterizedTest
    @CsvSource({
        "28P01, 'Set the password of ann\"a in RETORT_PASSWORD or PGPASSWORD or ~/.pgpass, or name another role with --user NAME'",
        "28000, 'Name a role that may log in with --user NAME. An administrator makes one in psql: CREATE ROLE \"ann\"\"a\" LOGIN;'",
        "53300, 'Wait until connections are free'",
    })
    void theCureFollowsTheState(String state, String cure) {
        JdbcDatabase database = Databases.of("jdbc:postgresql://localhost/shop", "ann\"a", Map.of());
        assertThat(ConnectFailure.of(database, new TreeMap<>(Map.of("user", "ann\"a")), new SQLException("no", state))
                        .cure())
                .startsWith(cure);
    }
}
