package dev.retort.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.DatabaseException;
import dev.retort.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasesTest {

    @TempDir
    Path home;

    private JdbcDatabase of(String url, Map<String, String> env) {
        return Databases.of(url, null, env);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://db.acme.com:5433/shop | db.acme.com:5433/shop",
                "jdbc:postgresql://db/shop?user=app&password=pw | db:5432/shop",
                "jdbc:postgresql:shop | localhost:5432/shop",
                "jdbc:postgresql://db:5432/ | db:5432/app",
                "postgres://app:pw@db/shop | db:5432/shop",
                "postgresql+asyncpg://app:pw@db:6000/shop?ssl=require | db:6000/shop",
                "postgresql://db1,db2:5433/shop?target_session_attrs=read-write | db1:5432,db2:5433/shop",
                "postgresql://[::1]:5433/shop | [::1]:5433/shop",
                "postgresql:///shop?host=db&port=7000 | db:7000/shop",
                "postgresql:// | localhost:5432/app",
                "postgresql://app:p%40ss%2Fword@db/sh%20op | db:5432/sh op",
                "postgresql://app:p@ss@db/shop?sslmode=require&channel_binding=require | db:5432/shop",
            })
    void readsEverySpelling(String url, String display) {
        assertThat(of(url.strip(), Map.of("PGUSER", "app", "HOME", home.toString()))
                        .display())
                .isEqualTo(display);
    }

    @Test
    void speaksTheDriversWords() {
        JdbcDatabase database = of(
                "postgresql://app:s%3Aecret@db/shop?sslmode=verify-full&connect_timeout=3&options=-c%20work_mem%3D1MB"
                        + "&target_session_attrs=standby&keepalives=1",
                Map.of("PGAPPNAME", "other", "PGSSLROOTCERT", "/ca.pem"));
        assertThat(database.properties())
                .containsEntry("user", "app")
                .containsEntry("password", "s:ecret")
                .containsEntry("sslmode", "verify-full")
                .containsEntry("sslrootcert", "/ca.pem")
                .containsEntry("connectTimeout", "3")
                .containsEntry("options", "-c work_mem=1MB")
                .containsEntry("targetServerType", "secondary")
                .containsEntry("tcpKeepAlive", "true")
                .containsEntry("ApplicationName", "other");
    }

    @Test
    void takesWhatIsOpenFromTheEnvironment() {
        JdbcDatabase database = of(
                "postgresql://",
                Map.of("PGHOST", "db", "PGPORT", "6000", "PGDATABASE", "shop", "PGPASSWORD", "secret"));
        assertThat(database.display()).isEqualTo("db:6000/shop");
        assertThat(database.properties())
                .containsEntry("password", "secret")
                .containsEntry("ApplicationName", "retort");
    }

    @Test
    void takesThePasswordFromWhereItBelongs() throws Exception {
        Path file = home.resolve(".pgpass");
        Files.writeString(file, """
                # a comment
                other:*:*:*:wrong
                db:5432:sh\\:op:app:se\\:cr\\\\et:x
                *:*:*:*:last
                """);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Map<String, String> env = Map.of("HOME", home.toString());
        assertThat(of("postgresql://app@db/sh%3Aop", env).properties()).containsEntry("password", "se:cr\\et:x");
        assertThat(of("postgresql://app@else/shop", env).properties()).containsEntry("password", "last");
        assertThat(Databases.of("postgresql://app:url@db/shop", "admin", env).properties())
                .containsEntry("user", "admin")
                .containsEntry("password", "last");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(of("postgresql://app@db/shop", env).properties()).doesNotContainKey("password");
        assertThat(of("postgresql://app@db/shop", Map.of("RETORT_PASSWORD", "a", "PGPASSWORD", "b"))
                        .properties())
                .containsEntry("password", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://app:secret@db/shop",
                "postgresql://app:secret@db:port/shop",
                "postgresql://app:secret@db:99999/shop",
                "postgresql://app:secret@[::1/shop",
                "postgresql://app:secret%zz@db/shop",
                "postgresql://app:secret@db/shop?sslcrl=x",
                "postgresql://app:secret@db/shop?target_session_attrs=best",
                "postgresql://app:secret@/shop?host=/var/run/postgresql",
                "shop",
                ""
            })
    void refusesWhatIsMalformedWithoutShowingIt(String url) {
        assertThatThrownBy(() -> of(url, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void saysWhyItCannotConnect() {
        JdbcDatabase closed = of("postgresql://app:s3cret@127.0.0.1:1/shop", Map.of());
        DatabaseException failure = catchThrowableOfType(DatabaseException.class, closed::connect);
        assertThat(failure.failure()).isEqualTo("could not connect to 127.0.0.1:1/shop as app");
        assertThat(failure.cure()).contains("pg_isready");
        assertThat(failure).hasMessageNotContaining("s3cret");
        assertThat(failure.exitCode()).isEqualTo(3);
    }

    @Test
    void saysThatADatabaseIsMissing() {
        JdbcDatabase server = (JdbcDatabase) dev.retort.TestServer.fresh();
        DatabaseException failure =
                catchThrowableOfType(DatabaseException.class, server.withDatabase("no \"such\" one")::connect);
        assertThat(failure.reason()).contains("does not exist");
        assertThat(failure.cure()).contains("createdb");
        dev.retort.TestServer.drop(server);
    }
}
