package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.DatabaseException;
import dev.retort.Gate;
import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are ended from outside at statements drawn by lot: nothing is applied twice, nothing is lost, and the next run goes on. */
class KilledRunsTest {

    private static final int REVISIONS = 8;

    private static final int KILLS = 8;

    private static final Path LIB =
            Path.of(System.getProperty("retort.project", ".")).toAbsolutePath().resolve("target/retort/lib");

    @TempDir
    Path folder;

    private Database database;
    private Gate gate;
    private RevisionFiles files;
    private Runs runs;
    private final Random random = new Random(7);

    @BeforeEach
    void write() {
        database = TestServer.fresh();
        gate = new Gate(database);
        files = new RevisionFiles(folder);
        runs = new Runs(database, files).with(Surroundings.ofMachine());
        runs.execute("CREATE TABLE log (revision int, part int)");
        for (int i = 1; i <= REVISIONS; i++) {
            // Three moments on the way up, one of them in the middle of an index build; two on the way down.
            files.write("" + i, i == 1 ? "" : "" + (i - 1), """
                    op.execute("CREATE TABLE t%1$d (id int); INSERT INTO t%1$d VALUES (%1$d2)");
                    op.execute("INSERT INTO log VALUES (%1$d, 1); SELECT gate(%1$d1)");
                    op.createIndex("t%1$d_id_idx").on("t%1$d", "gate(id)").concurrently();
                    op.execute("INSERT INTO log VALUES (%1$d, 2); SELECT gate(%1$d3)");
                    """.formatted(i), """
                    op.execute("DELETE FROM log WHERE revision = %1$d AND part = 2; SELECT gate(%1$d4)");
                    op.dropIndex("t%1$d_id_idx").concurrently();
                    op.execute("DELETE FROM log WHERE revision = %1$d; DROP TABLE t%1$d; SELECT gate(%1$d5)");
                    """.formatted(i));
        }
    }

    @AfterEach
    void drop() {
        gate.close();
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

    /**
     * After each kill, once the killed are gone: what the version table says is what history and tables say. Beyond it there is at most one revision, of
     * which a part is done and noted.
     */
    private void inStep() {
        gate.untilNoneRuns();
        int at = runs.rows().isEmpty() ? 0 : Integer.parseInt(runs.rows().first());
        List<String> halfDone = runs.steps().stream()
                .map(StepTable.StepRow::revision)
                .distinct()
                .toList();
        List<String> tables = runs.column(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ '^t[0-9]+$' ORDER BY length(relname), relname");
        List<String> whole = IntStream.rangeClosed(1, at).mapToObj(i -> "" + i).toList();
        if (halfDone.isEmpty()) {
            assertThat(tables).hasSize(at);
        } else {
            assertThat(halfDone).hasSize(1);
            int half = Integer.parseInt(halfDone.get(0));
            assertThat(half).isBetween(at, at + 1);
            assertThat(tables.size()).isBetween(at, Math.max(at, half));
        }
        assertThat(runs.column("SELECT revision FROM log GROUP BY revision HAVING count(*) = 2 ORDER BY 1"))
                .isEqualTo(whole.stream().filter(i -> !halfDone.contains(i)).toList());
        if (at > 0) {
            assertThat(runs.column(
                            "SELECT revision FROM (SELECT DISTINCT ON (revision) revision, action FROM retort_history"
                                    + " ORDER BY revision, id DESC) h WHERE action = 'upgrade' ORDER BY revision::int"))
                    .isEqualTo(whole);
        }
    }

    /** So many moments of all, in the order that a run comes to them. */
    private List<Integer> drawn(int many, boolean up, int... ends) {
        List<Integer> moments = new ArrayList<>();
        for (int i = 1; i <= REVISIONS; i++) {
            int revision = up ? i : REVISIONS + 1 - i;
            Arrays.stream(ends).forEach(end -> moments.add(10 * revision + end));
        }
        List<Integer> mixed = new ArrayList<>(moments);
        Collections.shuffle(mixed, random);
        moments.retainAll(mixed.subList(0, many));
        return moments;
    }

    @Test
    void backendsThatAreTerminatedOnTheWayUpAndOnTheWayDown() throws Exception {
        runUnderFire(drawn(KILLS, true, 1, 2, 3), () -> runs.upgrade("head"));
        allOnce();
        runUnderFire(drawn(KILLS, false, 4, 5), () -> runs.downgrade("base"));
        assertThat(runs.relations()).containsExactly("log");
        assertThat(runs.column("SELECT count(*) FROM log")).containsExactly("0");
    }

    @Test
    void aRunInOneTransactionIsThereOrNot() throws Exception {
        for (int i = 1; i <= REVISIONS; i++) {
            files.write("" + i, i == 1 ? "" : "" + (i - 1), """
                    op.execute("CREATE TABLE t%1$d (id int)");
                    op.execute("INSERT INTO log VALUES (%1$d, 1), (%1$d, 2); SELECT gate(%1$d1)");
                    op.createIndex("t%1$d_id_idx").on("t%1$d", "id");
                    """.formatted(i), "");
        }
        runs.with(RunSettings.DEFAULT.withTransaction(TransactionSpan.ALL));
        runUnderFire(drawn(REVISIONS / 2, true, 1), () -> {
            assertThat(runs.relations()).containsExactly("log");
            runs.upgrade("head");
        });
        allOnce();
    }

    /** Runs again and again while its sessions are ended at each moment, and then once in peace. */
    private void runUnderFire(List<Integer> moments, Runnable run) throws InterruptedException {
        for (int moment : moments) {
            gate.shut(moment);
            AtomicBoolean ended = new AtomicBoolean();
            Thread killer = new Thread(() -> terminate(moment, ended));
            killer.start();
            try {
                assertThatThrownBy(run::run).as("moment " + moment).isInstanceOf(DatabaseException.class);
            } finally {
                ended.set(true);
                killer.join();
                gate.open(moment);
            }
            inStep();
        }
        run.run();
        inStep();
    }

    /** Once a run waits at the moment, ends both its sessions or the one that works alone. */
    private void terminate(int moment, AtomicBoolean ended) {
        List<Integer> waiting = gate.await(moment, 1, ended::get);
        (random.nextBoolean() ? gate.runs() : waiting).forEach(gate::terminate);
    }

    @Test
    void processesThatAreKilledAndTwentyAtOnce() throws Exception {
        String classPath = compile();
        for (int moment : drawn(4, true, 1, 2, 3)) {
            gate.shut(moment);
            Process process = start(classPath);
            assertThat(gate.await(moment, 1, () -> !process.isAlive())).hasSize(1);
            process.destroyForcibly().waitFor();
            // The server goes on with the statement, and sees at its end that nobody is there.
            gate.open(moment);
            inStep();
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
