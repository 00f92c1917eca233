package dev.retort.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times whole programs side by side: each round runs every contestant once, in turn, so that a machine that slows down slows all of them; a figure
 * is the median of the rounds.
 *
 * <p>Arguments: the project's folder, the URL of a server where databases may be made, the number of rounds.
 */
public final class SideBySide {

    private static final int[] SIZES = {100, 1_000};

    /** Those of {@code bin/retort} that change how fast a JVM starts. */
    private static final List<String> LAUNCHER_OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path project;
    private final String url;
    private final int rounds;

    private SideBySide(Path project, String url, int rounds) {
        this.project = project;
        this.url = url;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        SideBySide bench = new SideBySide(Path.of(args[0]), args[1], Integer.parseInt(args[2]));
        String table = bench.table();
        System.out.println(table);
        Files.createDirectories(bench.project.resolve("docs"));
        Path page = bench.project.resolve("docs/benchmarks.md");
        String tenants = new ThousandSchemas(bench.project, args[1], bench.rounds).table();
        Files.writeString(
                page,
                Report.page(args[1], bench.rounds, table, tenants)
                        + Section.one(page, Revisions.HEADING)
                        + Section.one(page, AgainstAlembic.HEADING));
    }

    private String table() throws Exception {
        List<Report.Row> rows = new ArrayList<>();
        for (int size : SIZES) {
            String database = "retort_bench_" + size;
            execute("DROP DATABASE IF EXISTS " + database);
            execute("CREATE DATABASE " + database);
            try {
                rows.addAll(race(size, onDatabase(database)));
            } finally {
                execute("DROP DATABASE " + database);
            }
        }
        return Report.table(rows);
    }

    private List<Report.Row> race(int size, String databaseUrl) throws IOException, InterruptedException {
        Path classes = SyntheticModel.write(size, project.resolve("target/bench/" + size));
        String classPath = classes + ":" + System.getProperty("java.class.path");
        List<String> boot = List.of(java(), "-cp", classPath, HibernateBoot.class.getName(), classes.toString());
        List<String> lean = new ArrayList<>(boot);
        lean.addAll(1, LAUNCHER_OPTIONS);
        List<String> create = new ArrayList<>(boot);
        create.add(databaseUrl);
        new Contestant("Hibernate's schema creation", create, Map.of()).run();

        Path nothing = Files.createDirectories(project.resolve("target/bench/" + size + "/revisions"));
        List<String> check = List.of(
                project.resolve("target/retort/bin/retort").toString(),
                "--url=" + databaseUrl,
                "--classpath=" + classes,
                "--entities=" + SyntheticModel.PACKAGE,
                "--revisions=" + nothing,
                "--package=bench.migrations",
                "check");
        List<Contestant> contestants = List.of(
                new Contestant("Hibernate boots the metadata, no database", boot, Map.of()),
                new Contestant("the same with the launcher's JVM options", lean, Map.of()),
                new Contestant("`pg_dump -s`", List.of("pg_dump", "-s", "-d", libpq(databaseUrl)), Map.of()),
                new Contestant("`retort check`", check, Map.of()));
        List<List<Contestant.Run>> runs = new ArrayList<>();
        contestants.forEach(contestant -> runs.add(new ArrayList<>()));
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                Contestant.Run run = contestants.get(i).run();
                if (round > 0) { // the first one fills the caches of the operating system and of the server
                    runs.get(i).add(run);
                }
                System.err.printf(
                        Locale.ROOT,
                        "%d entities, round %d: %s %.2f s%n",
                        size,
                        round,
                        contestants.get(i).label(),
                        run.seconds());
            }
        }
        List<Report.Row> rows = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            rows.add(Report.Row.of(size, contestants.get(i).label(), runs.get(i), runs.get(0)));
        }
        return rows;
    }

    private String onDatabase(String database) {
        return url.replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1");
    }

    private static String libpq(String jdbcUrl) {
        return jdbcUrl.substring("jdbc:".length());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
