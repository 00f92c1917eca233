package dev.retort.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
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

    private static String cure(String message, String state, Map<String, String> properties) {
        return ConnectFailure.of(
                        Databases.of("jdbc:postgresql://localhost/shop", "ann", Map.of()),
                        new TreeMap<>(properties),
                        new SQLException(message, state))
                .cure();
    }

    @Test
    void theRoleThatASessionTakesIsNotTheOneThatLogsIn() {
        Map<String, String> properties = Map.of("user", "ann", "options", "-c work_mem=4MB -c role=shop\\ owner");
        assertThat(cure("FATAL: role \"shop owner\" does not exist", "22023", properties))
                .contains("takes the role shop owner by the connection's options", "GRANT \"shop owner\" TO \"ann\";");
        assertThat(cure("FATAL: permission denied to set role \"shop owner\"", "42501", properties))
                .contains("GRANT \"shop owner\" TO \"ann\";")
                .doesNotContain("CONNECT");
    }

    @Test
    void aHostThatNobodyKnowsIsNamed() {
        SQLException failed = new SQLException("The connection attempt failed.", "08001");
        failed.initCause(new UnknownHostException("db.exmaple.org"));
        assertThat(ConnectFailure.of(
                                Databases.of("jdbc:postgresql://db.exmaple.org/shop", "ann", Map.of()),
                                new TreeMap<>(),
                                failed)
                        .reason())
                .isEqualTo("no address is known for the host db.exmaple.org");
    }

    @Test
    void aCertificateForAnotherNameIsNoServerThatIsAway() {
        assertThat(cure(
                        "The hostname localhost could not be verified by hostnameverifier PgjdbcHostnameVerifier.",
                        "08006",
                        Map.of("sslmode", "verify-full")))
                .contains(
                        "certificate is for another name",
                        "openssl s_client -starttls postgres -connect localhost:5432")
                .doesNotContain("pg_isready");
    }

    @Test
    void aPasswordThatNobodyGaveIsAskedFor() {
        String said = "The server requested SCRAM-based authentication, but no password was provided.";
        assertThat(cure(said, "08004", Map.of("user", "ann")))
                .contains("asks for a password", "RETORT_PASSWORD", ".pgpass")
                .doesNotContain("pg_isready");
        assertThat(cure("no", "08004", Map.of("user", "ann", "password", "x"))).contains("pg_isready");
    }

    @Test
    void aServerWithoutEncryptionIsNoneThatIsAway() {
        assertThat(cure("The server does not support SSL.", "08004", Map.of("sslmode", "verify-full")))
                .contains("wanted by sslmode=verify-full", "ssl = on")
                .doesNotContain("pg_isready");
    }

    @Test
    void aCureFitsTheParameterThatWantedTooMuch() {
        assertThat(cure(
                        "Channel binding is required, but server skipped authentication.",
                        "08004",
                        Map.of("channelBinding", "require")))
                .contains("channel_binding=require", "scram-sha-256", "leave it out")
                .doesNotContain("asks for a password:");
        assertThat(cure(
                        "Could not find a server with specified targetServerType: secondary",
                        "08001",
                        Map.of("targetServerType", "secondary")))
                .contains("target_session_attrs=read-write")
                .doesNotContain("pg_isready");
        SQLException hungUp = new SQLException("SSL error: Remote host terminated the handshake", "08006");
        hungUp.initCause(new javax.net.ssl.SSLHandshakeException("Remote host terminated the handshake"));
        assertThat(ConnectFailure.of(
                                Databases.of("jdbc:postgresql://localhost/shop", "ann", Map.of()),
                                new TreeMap<>(Map.of("sslNegotiation", "direct", "sslmode", "require")),
                                hungUp)
                        .cure())
                .contains("PostgreSQL 17 and later")
                .doesNotContain("authority");
    }
}
