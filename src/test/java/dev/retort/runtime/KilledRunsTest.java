package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.DatabaseException;
import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are ended from outside at moments drawn by lot: nothing is applied twice, nothing is lost, and the next run goes on. */
class KilledRunsTest {

    private static final int REVISIONS = 12;
    private static final Path LIB =
            Path.of(System.getProperty("retort.project", ".")).toAbsolutePath().resolve("target/retort/lib");

    @TempDir
    Path folder;

    private Database database;
    private RevisionFiles files;
    private Runs runs;
    private final Random random = new Random(7);

    @BeforeEach
    void write() {
        database = TestServer.fresh();
        files = new RevisionFiles(folder);
        runs = new Runs(database, files).with(Surroundings.ofMachine());
        runs.execute("CREATE TABLE log (revision int, part int)");
        for (int i = 1; i <= REVISIONS; i++) {
            files.write("" + i, i == 1 ? "" : "" + (i - 1), """
                    op.execute("CREATE TABLE t%1$d (id int)");
                    op.execute("INSERT INTO log VALUES (%1$d, 1); SELECT pg_sleep(0.02)");
                    op.createIndex("t%1$d_id_idx").on("t%1$d", "id").concurrently();
                    op.execute("INSERT INTO log VALUES (%1$d, 2)");
                    """.formatted(i), "");
        }
    }

    @AfterEach
    void drop() {
        TestServer.drop(database);
    }

    /** Each revision's two parts once each, its index valid, the version and the history in step. */
    private void allOnce() {
        assertThat(runs.rows()).containsExactly("" + REVISIONS);
        assertThat(runs.steps()).isEmpty();
        assertThat(runs.column("SELECT revision || '/' || part FROM log GROUP BY revision, part HAVING count(*) <> 1"))
                .isEmpty();
        assertThat(runs.column("SELECT count(*) FROM log")).containsExactly("" + 2 * REVISIONS);
        assertThat(runs.column(
                        "SELECT count(*) FROM pg_index WHERE indrelid::regclass::text ~ '^t[0-9]' AND indisvalid"))
                .containsExactly("" + REVISIONS);
        assertThat(runs.column("SELECT revision FROM retort_history GROUP BY revision HAVING count(*) <> 1"))
                .isEmpty();
        assertThat(runs.column("SELECT count(*) FROM retort_history")).containsExactly("" + REVISIONS);
    }

    @Test
    void backendsThatAreTerminated() throws Exception {
        int killed = 0;
        for (boolean done = false; !done; ) {
            AtomicBoolean ended = new AtomicBoolean();
            Thread killer = new Thread(() -> terminate(ended));
            killer.start();
            try {
                runs.upgrade("head");
                done = true;
            } catch (DatabaseException e) {
                killed++;
                assertThat(killed).as(e.getMessage()).isLessThan(200);
            } finally {
                ended.set(true);
                killer.join();
            }
        }
        assertThat(killed).isPositive();
        allOnce();
    }

    /** Waits for the sessions of a run, and a moment longer; then ends them. */
    private void terminate(AtomicBoolean ended) {
        try (SqlSession session = SqlSession.open(database)) {
            String sessions = " FROM pg_stat_activity WHERE application_name = 'retort'"
                    + " AND datname = current_database() AND pid <> pg_backend_pid()";
            while (!ended.get() && session.query("SELECT pid" + sessions).size() < 2) {
                session.execute("SELECT pg_sleep(0.005)");
            }
            session.execute("SELECT pg_sleep(" + random.nextInt(300) / 1000.0 + ")");
            session.execute("SELECT pg_terminate_backend(pid)" + sessions);
        }
    }

    @Test
    void processesThatAreKilledAndTwentyAtOnce() throws Exception {
        String classPath = compile();
        for (int i = 0; i < 6; i++) {
            Process process = start(classPath);
            if (!process.waitFor(300 + random.nextInt(600), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            processes.add(start(classPath));
        }
        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }
        allOnce();
    }

    private String compile() throws IOException {
        files.write("demo/Start.java", """
                package demo;

                import dev.retort.runtime.Retort;
                import org.postgresql.ds.PGSimpleDataSource;

                public final class Start {
                    public static void main(String[] args) {
                        PGSimpleDataSource source = new PGSimpleDataSource();
                        source.setUrl(args[0]);
                        source.setPassword(System.getenv("RETORT_PASSWORD"));
                        Retort.configure().dataSource(source).revisions("demo").build().upgrade("head");
                    }
                }
                """);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        try (var sources = Files.walk(files.root())) {
            sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        try (var jars = Files.list(LIB)) {
            String driver = jars.map(Path::toString)
                    .filter(jar -> jar.matches(".*/postgresql-42[^/]*"))
                    .collect(Collectors.joining());
            return String.join(
                    System.getProperty("path.separator"),
                    LIB.resolve("retort.jar").toString(),
                    driver,
                    classes.toString());
        }
    }

    private Process start(String classPath) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                classPath,
                "demo.Start",
                Addresses.url(database));
        builder.environment().putAll(Addresses.password(database));
        return builder.redirectErrorStream(true).start();
    }
}
