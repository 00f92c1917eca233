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
                "postgresql://db:5433/shop?port=1 | db:1/shop",
                "postgresql://db:5433/shop?host=other | other:5433/shop",
                "postgresql://db:5433/shop?host= | localhost:5433/shop",
                "postgresql://db:5433/shop?hostaddr=127.0.0.9 | 127.0.0.9:5433/shop",
                "postgresql:///shop?hostaddr=::1,10.0.0.7&port=1,2 | [::1]:1,10.0.0.7:2/shop",
                "postgresql:///shop?host=a,b&port=,7 | a:5432,b:7/shop",
                "postgresql://a:1,b:2/shop?port=3 | a:3,b:3/shop",
                "postgresql://db/shop?dbname=other | db:5432/other",
                "jdbc:postgresql://db:5433/shop?PGHOST=a&PGPORT=1&PGDBNAME=b | a:1/b",
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

    @Test
    void takesWhatIsOpenFromAService() throws Exception {
        Path file = home.resolve("services.conf");
        Files.writeString(file, """
                # a comment
                [other]
                host=wrong

                [shop]
                host=db1,db2
                port=6000
                dbname=shop
                user=app
                password=geheim
                sslmode=require
                """);
        Map<String, String> env = Map.of("PGSERVICEFILE", file.toString(), "PGSSLMODE", "disable", "PGUSER", "other");
        JdbcDatabase database = of("postgresql:///?service=shop&connect_timeout=5", env);
        assertThat(database.display()).isEqualTo("db1:6000,db2:6000/shop");
        assertThat(database.properties())
                .containsEntry("user", "app")
                .containsEntry("password", "geheim")
                .containsEntry("sslmode", "require")
                .containsEntry("connectTimeout", "5");
        JdbcDatabase stated = of("jdbc:postgresql://db3/x?service=shop&sslmode=verify-ca&user=me", env);
        assertThat(stated.display()).isEqualTo("db3:6000/x");
        assertThat(stated.properties())
                .containsEntry("user", "me")
                .containsEntry("sslmode", "verify-ca")
                .doesNotContainKey("password");
        assertThat(of("postgresql://", Map.of("PGSERVICE", "shop", "PGSERVICEFILE", file.toString()))
                        .display())
                .endsWith("/shop");
        assertThatThrownBy(() -> of("postgresql:///?service=shoop", env))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("there is no service shoop")
                .hasMessageContaining(", which names ")
                .hasMessageContaining("Is shop meant?")
                .hasMessageContaining(file.toString());
        Files.writeString(file, "[shop]\npassword geheim\n");
        assertThatThrownBy(() -> of("postgresql:///?service=shop", env))
                .hasMessageContaining("line 2 of the service file")
                .hasMessageNotContaining("geheim");
        Files.writeString(file, "[shop]\nsslmod=require\n");
        assertThatThrownBy(() -> of("postgresql:///?service=shop", env))
                .hasMessageContaining("the service shop holds the parameter sslmod")
                .hasMessageContaining("Did you mean sslmode?");
    }

    /** All of libpq's parameter key words up to version 18: each is translated, without effect here, or refused with a reason of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "host=h",
                "hostaddr=10.0.0.1",
                "port=1",
                "dbname=d",
                "user=u",
                "password=p",
                "passfile=/none",
                "channel_binding=require",
                "connect_timeout=-1",
                "client_encoding=auto",
                "options=-c%20a%3Db",
                "application_name=a",
                "fallback_application_name=a",
                "keepalives=1",
                "keepalives_idle=1",
                "keepalives_interval=1",
                "keepalives_count=1",
                "tcp_user_timeout=1",
                "replication=false",
                "gssencmode=disable",
                "sslmode=require",
                "requiressl=1",
                "sslnegotiation=direct",
                "sslcompression=0",
                "sslcert=/c",
                "sslkey=/k",
                "sslpassword=p",
                "sslcertmode=allow",
                "sslrootcert=/r",
                "sslrootcert=system",
                "sslsni=1",
                "requirepeer=postgres",
                "ssl_min_protocol_version=TLSv1.2",
                "min_protocol_version=3.0",
                "max_protocol_version=latest",
                "krbsrvname=postgres",
                "gsslib=gssapi",
                "gssdelegation=0",
                "target_session_attrs=prefer-standby",
                "load_balance_hosts=random",
            })
    void takesEveryParameterThatTheDriverCanFollow(String parameter) {
        JdbcDatabase database = of("postgresql:///shop?" + parameter, Map.of("HOME", home.toString()));
        database.properties().forEach((name, value) -> assertThat(org.postgresql.PGProperty.forName(name))
                .as(name)
                .isNotNull());
    }

    @Test
    void aParameterOfTheDriverWantsTheDriversUrl() {
        assertThatThrownBy(() -> of("postgresql:///shop?currentSchema=crm", Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the database URL holds the parameter currentSchema")
                .hasMessageContaining("jdbc:postgresql://HOST:PORT/DATABASE?currentSchema=…");
    }

    @ParameterizedTest
    @CsvSource({
        "sslmode=requir, Did you mean sslmode=require?",
        "sslnegotiation=none, Write for example sslnegotiation=direct",
        "channel_binding=must, Write for example channel_binding=require",
        "gssencmode=requires, Did you mean gssencmode=require?",
    })
    void aValueThatThereIsNotIsNoServerThatIsAway(String parameter, String cure) {
        assertThatThrownBy(() -> of("postgresql:///shop?" + parameter, Map.of("HOME", home.toString())))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("and can be ")
                .hasMessageContaining(cure);
    }

    @ParameterizedTest
    @CsvSource({
        "sslmode=requir, Did you mean sslmode=require?",
        "sslNegotiation=none, Write for example sslNegotiation=direct",
        "targetServerType=primery, Did you mean targetServerType=primary?",
        "autosave=sometimes, Write for example autosave=conservative",
    })
    void noValueOfTheDriverEither(String parameter, String cure) {
        assertThatThrownBy(() -> of("jdbc:postgresql://db/shop?" + parameter, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("and can be ")
                .hasMessageContaining(cure);
        assertThat(of("jdbc:postgresql://db/shop?sslmode=Require", Map.of()).properties())
                .containsEntry("sslmode", "Require");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslcrl=x",
                "sslcrldir=x",
                "require_auth=scram-sha-256",
                "sslcertmode=require",
                "ssl_min_protocol_version=TLSv1.3",
                "ssl_max_protocol_version=TLSv1.2",
                "sslkeylogfile=x",
                "gssdelegation=1",
                "replication=database",
                "scram_client_key=x",
                "scram_server_key=x",
                "oauth_issuer=x",
                "oauth_client_id=x",
                "oauth_client_secret=x",
                "oauth_scope=x",
            })
    void refusesWhatTheDriverCannotFollow(String parameter) {
        assertThatThrownBy(() -> of("postgresql:///shop?" + parameter, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the database URL holds the parameter " + parameter.replaceAll("=.*", ""))
                .hasMessageContaining("has no equivalent of it: ");
    }

    @Test
    void namesTheParameterThatWasMeant() {
        assertThatThrownBy(() -> of("postgresql:///shop?sslmod=require", Map.of()))
                .hasMessageContaining("Did you mean sslmode?");
        assertThatThrownBy(() -> of("jdbc:postgresql://db/shop?sslmod=require", Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("would pass over it")
                .hasMessageContaining("Did you mean sslmode?");
        assertThatThrownBy(() -> of("jdbc:postgresql://db/shop?target_session_attrs=primary", Map.of()))
                .hasMessageContaining("write the URL as postgresql://");
        assertThatThrownBy(() -> of("postgresql://db/shop", Map.of("PGREQUIREAUTH", "md5")))
                .hasMessageContaining("the variable PGREQUIREAUTH");
    }

    @Test
    void aSystemsAuthoritiesAreJavas() {
        assertThat(of("postgresql://db/shop?sslrootcert=system", Map.of()).properties())
                .containsEntry("sslmode", "verify-full")
                .containsEntry("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(of("jdbc:postgresql://db/shop?ssl=true", Map.of("PGSSLMODE", "disable"))
                        .properties())
                .containsEntry("ssl", "true")
                .doesNotContainKey("sslmode");
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

    /** As in libpq: what the parameters say goes before what stands in front of them, and an address before the name beside it. */
    @Test
    void parametersGoBeforeTheAuthority() {
        Map<String, String> env = Map.of("HOME", home.toString());
        assertThat(of("postgresql://ann:a@db/shop?user=bob&password=b", env).properties())
                .containsEntry("user", "bob")
                .containsEntry("password", "b");
        assertThat(of("postgresql://db/shop", Map.of("PGHOSTADDR", "10.0.0.7", "PGPORT", "7"))
                        .display())
                .isEqualTo("10.0.0.7:7/shop");
        assertThat(of("jdbc:postgresql://db/shop", Map.of("PGHOSTADDR", "10.0.0.7"))
                        .display())
                .isEqualTo("db:5432/shop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://db/shop?host=/tmp | the Unix socket /tmp | the parameter host of the database URL",
                "postgresql:///shop?host=a,b&port=1,2,3 | does not fit the parameter host | there are 3 ports for 2 hosts",
                "postgresql:///shop?host=a,b&hostaddr=10.0.0.7 | does not fit the parameter host | there is 1 address for 2",
                "postgresql://db/shop?hostaddr=other | hostaddr is \"other\" | Write a name as host",
                "postgresql://db/shop?hostaddr=1.2.3.999 | hostaddr is \"1.2.3.999\" | it is an address",
                "postgresql:///shop?host=a,a&hostaddr=10.0.0.7,10.0.0.8 | has the addresses | host=10.0.0.7,10.0.0.8",
                "postgresql://db/shop?port=0 | the parameter port of the database URL says the port \"0\" | from 1 to 65535",
            })
    void refusesHostsThatTheDriverCannotGoTo(String url, String failure, String more) {
        assertThatThrownBy(() -> of(url.strip(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(failure)
                .hasMessageContaining(more);
        assertThatThrownBy(() -> of("postgresql://db/shop", Map.of("PGPORT", "99999")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("the variable PGPORT says the port \"99999\"");
    }

    /** The name in the URL stands for no host at all, so only the address can have been gone to. */
    @Test
    void goesToTheAddressBesideTheName() throws Exception {
        JdbcDatabase server = (JdbcDatabase) dev.retort.TestServer.fresh();
        String port = server.display().replaceAll(".*:(\\d+)/.*", "$1");
        String password = server.properties().getOrDefault("password", "");
        JdbcDatabase other = of(
                "postgresql://nohost.invalid:" + port + "/" + server.name() + "?hostaddr=127.0.0.1&user="
                        + server.user(),
                Map.of("PGPASSWORD", password));
        try (java.sql.Connection connection = other.connect()) {
            assertThat(connection.getCatalog()).isEqualTo(server.name());
        }
        dev.retort.TestServer.drop(server);
    }

    /** As in libpq: where there is an authority's certificate, to require encryption is to check the server's. */
    @Test
    void toRequireEncryptionChecksTheCertificateWhereThereIsAnAuthority() throws Exception {
        Path file = Files.writeString(home.resolve("other.crt"), "");
        String url = "postgresql://db/shop?sslmode=require";
        assertThat(of(url + "&sslrootcert=" + file, Map.of()).properties()).containsEntry("sslmode", "verify-ca");
        assertThat(of(url, Map.of("PGSSLROOTCERT", file.toString())).properties())
                .containsEntry("sslmode", "verify-ca")
                .containsEntry("sslrootcert", file.toString());
        assertThat(of("jdbc:postgresql://db/shop", Map.of("PGSSLROOTCERT", file.toString(), "PGSSLMODE", "require"))
                        .properties())
                .containsEntry("sslmode", "verify-ca");
        Map<String, String> env = Map.of("HOME", home.toString());
        assertThat(of(url + "&sslrootcert=" + home.resolve("none"), env).properties())
                .containsEntry("sslmode", "require");
        assertThat(of(url, env).properties()).containsEntry("sslmode", "require");
        Files.createDirectories(home.resolve(".postgresql"));
        Files.writeString(home.resolve(".postgresql/root.crt"), "");
        assertThat(of(url, env).properties())
                .containsEntry("sslmode", "verify-ca")
                .containsEntry(
                        "sslrootcert", home.resolve(".postgresql/root.crt").toString());
        assertThatThrownBy(() -> of(url, Map.of("PGSSLROOTCERT", "system")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("sslmode=require stands beside sslrootcert=system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssl=tru", "ssl=1", "gssUseDefaultCreds=yes", "tcpKeepAlive=on"})
    void takesNoOtherWordForYes(String parameter) {
        assertThatThrownBy(() -> of("jdbc:postgresql://db/shop?" + parameter, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("can be false, true");
        assertThatThrownBy(() -> of("postgresql://db/shop?ssl=tru", Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Did you mean ssl=true?");
        assertThat(of("jdbc:postgresql://db/shop?ssl", Map.of()).properties()).containsEntry("ssl", "");
    }

    /** A URL of an application in Python is taken as it is. */
    @Test
    void whatTunesADriverOfPythonsIsPassedOver() {
        JdbcDatabase database = of(
                "postgresql+asyncpg://app@db/shop?ssl=require&timeout=2.5&command_timeout=60&application_name=shop"
                        + "&prepared_statement_cache_size=0&statement_cache_size=0&direct_tls=true",
                Map.of("HOME", home.toString()));
        assertThat(database.passedOver())
                .containsExactly("command_timeout", "prepared_statement_cache_size", "statement_cache_size");
        assertThat(database.properties())
                .containsEntry("sslmode", "require")
                .containsEntry("sslNegotiation", "direct")
                .containsEntry("connectTimeout", "3")
                .containsEntry("ApplicationName", "shop");
        assertThat(of("postgresql+psycopg://app@db/shop?prepare_threshold=0", Map.of())
                        .passedOver())
                .containsExactly("prepare_threshold");
        assertThatThrownBy(() -> of("postgresql+asyncpg://db/shop?server_settings=x", Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("options=-c%20NAME%3DVALUE");
        assertThatThrownBy(() -> of("postgresql+asyncpg://db/shop?timeout=soon", Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("timeout=10");
        assertThatThrownBy(() -> of("postgresql://db/shop?command_timeout=60", Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("libpq knows no parameter of this name");
    }
}
