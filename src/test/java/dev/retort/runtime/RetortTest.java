package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.retort.Gate;
import dev.retort.RevisionException;
import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Revisions run from inside an application. */
class RetortTest {

    private static final Path LIB =
            Path.of(System.getProperty("retort.project", ".")).toAbsolutePath().resolve("target/retort/lib");

    @TempDir
    Path folder;

    private Database database;
    private Gate gate;
    private Path classes;

    @BeforeEach
    void compile() throws IOException {
        database = TestServer.fresh();
        gate = new Gate(database);
        classes = Files.createDirectories(folder.resolve("classes"));
        RevisionFiles files = new RevisionFiles(folder);
        files.write(
                "1",
                "",
                "op.execute(\"CREATE TABLE a (id int)\"); op.execute(\"SELECT gate(1)\");",
                "op.execute(\"DROP TABLE a\");");
        files.write("2", "1", "op.execute(\"INSERT INTO a VALUES (1)\");", "op.execute(\"DELETE FROM a\");");
        files.write("demo/Start.java", """
                package demo;

                import dev.retort.runtime.Retort;
                import org.postgresql.ds.PGSimpleDataSource;

                public final class Start {
                    public static void main(String[] args) {
                        PGSimpleDataSource source = new PGSimpleDataSource();
                        source.setUrl(args[0]);
                        source.setPassword(System.getenv("RETORT_PASSWORD"));
                        System.out.println(Retort.configure().dataSource(source).revisions("demo").build().upgrade("head").ran().size());
                    }
                }
                """);
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        try (var sources = Files.walk(files.root())) {
            sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    @AfterEach
    void drop() {
        gate.close();
        TestServer.drop(database);
    }

    private DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(Addresses.url(database));
        source.setPassword(Addresses.password(database).get("RETORT_PASSWORD"));
        return source;
    }

    @Test
    void upAndDown() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Retort retort = Retort.configure()
                    .dataSource(source())
                    .revisions("demo")
                    .classLoader(loader)
                    .build();
            assertThat(retort.plan("head").revisions()).hasSize(2);
            assertThat(retort.plan("head")).hasToString("upgrade 1 (step 1), upgrade 2 (step 2)");
            assertThat(retort.plan("base")).hasToString("nothing to do");
            assertThat(retort.upgrade("head").ran()).hasSize(2);
            assertThat(retort.current()).containsExactly("2");
            assertThat(retort.upgrade("head").ran()).isEmpty();
            assertThat(retort.downgrade("-1").after()).containsExactly("1");
            assertThatThrownBy(() -> retort.upgrade("7")).isInstanceOf(RevisionException.class);
            assertThatThrownBy(() -> Retort.configure().revisions("demo").build())
                    .hasMessageContaining("dataSource");
        }
    }

    /** A pool keeps the session: its next user must find it unlocked, and as it was. */
    @Test
    void aPoolGetsItsSessionsBackAsTheyWere() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source());
        config.setMaximumPoolSize(2);
        config.setConnectionInitSql("SET application_name = 'shop'; SET search_path = shop, public;"
                + " SET idle_session_timeout = '50min'; SET idle_in_transaction_session_timeout = '40min'");
        try (HikariDataSource pool = new HikariDataSource(config);
                URLClassLoader loader = new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Retort retort = Retort.configure()
                    .dataSource(pool)
                    .revisions("demo")
                    .classLoader(loader)
                    .build();
            assertThat(retort.upgrade("head").ran()).hasSize(2);
            try (Connection first = pool.getConnection();
                    Connection second = pool.getConnection()) {
                for (Connection session : List.of(first, second)) {
                    assertThat(asked(session, "SELECT current_setting('application_name')"))
                            .isEqualTo("shop");
                    assertThat(asked(session, "SELECT current_setting('search_path')"))
                            .isEqualTo("shop, public");
                    assertThat(asked(
                                    session,
                                    "SELECT current_setting('idle_session_timeout')"
                                            + " || ' ' || current_setting('idle_in_transaction_session_timeout')"))
                            .isEqualTo("50min 40min");
                }
                assertThat(asked(
                                first,
                                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                                        + " (SELECT oid FROM pg_database WHERE datname = current_database())"))
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void fiveProcessesWithTheDriverAloneApplyEachRevisionOnce() throws Exception {
        String driver;
        try (var jars = Files.list(LIB)) {
            driver = jars.map(Path::toString)
                    .filter(jar -> jar.matches(".*/postgresql-42[^/]*"))
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
        gate.shut(1);
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    String.join(
                            System.getProperty("path.separator"),
                            LIB.resolve("retort.jar").toString(),
                            driver,
                            classes.toString()),
                    "demo.Start",
                    Addresses.url(database));
            Map<String, String> password = Addresses.password(database);
            builder.environment().putAll(password);
            processes.add(builder.redirectErrorStream(true).start());
        }
        // One runs, and the others want to.
        gate.until("SELECT 1 WHERE 4 = (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND query LIKE 'SELECT pg_try_advisory_lock%')");
        gate.open(1);
        List<String> said = new ArrayList<>();
        for (Process process : processes) {
            said.add(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .strip());
            assertThat(process.waitFor()).as(said.toString()).isZero();
        }
        assertThat(said).containsExactlyInAnyOrder("2", "0", "0", "0", "0");
    }

    private static String asked(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
