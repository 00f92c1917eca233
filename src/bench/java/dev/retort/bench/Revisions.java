package dev.retort.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times what is done with revisions: an upgrade of five hundred against {@code psql} running the same SQL in the same transactions, and the commands that
 * read a graph of ten thousand with five hundred merges. Whole programs, in turn, as in {@link SideBySide}.
 *
 * <p>Arguments: the project's folder, the URL of a server where databases may be made, the number of rounds.
 */
public final class Revisions {

    /** The part of the page that this program writes. */
    static final String HEADING = "Revisions";

    private static final int UPGRADED = 500;
    private static final int GRAPH = 10_000;
    private static final int BETWEEN_MERGES = 20;

    private final Path launcher;
    private final Path folder;
    private final String url;
    private final int rounds;

    private Revisions(Path project, String url, int rounds) {
        this.launcher = project.resolve("target/retort/bin/retort");
        this.folder = project.resolve("target/bench/revisions");
        this.url = url;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]);
        Revisions bench = new Revisions(project, args[1], Integer.parseInt(args[2]));
        String body = bench.body();
        System.out.println(body);
        Section.write(project.resolve("docs/benchmarks.md"), HEADING, body);
        String alembic = bench.alembic();
        System.out.println(alembic);
        Section.write(project.resolve("docs/benchmarks.md"), AgainstAlembic.HEADING, alembic);
    }

    private String body() throws Exception {
        StringBuilder table =
                new StringBuilder("| program | median | slowest | against the first |\n| --- | ---: | ---: | ---: |\n");
        chain();
        graph();
        Path script = folder.resolve("up.sql");
        ProcessBuilder printed = new ProcessBuilder(retort("chain", "upgrade", "head", "--sql"));
        if (printed.redirectOutput(script.toFile()).start().waitFor() != 0) {
            throw new IllegalStateException("the script was not printed");
        }
        List<String> psql = List.of(
                "psql",
                "-q",
                "-v",
                "ON_ERROR_STOP=1",
                "-d",
                libpq(onDatabase("retort_bench_psql")),
                "-f",
                script.toString());
        List<String> upgrade = retort("chain", "-q", "--url=" + onDatabase("retort_bench_upgrade"), "upgrade", "head");
        table.append(race(List.of(
                new Contestant(
                        "`psql` runs the SQL of " + UPGRADED + " revisions in their transactions", psql, Map.of()),
                new Contestant("`retort upgrade head` of the same", upgrade, Map.of()))));
        String at = "--url=" + url;
        table.append(race(List.of(
                new Contestant("`retort --version`", List.of(launcher.toString(), "--version"), Map.of()),
                new Contestant(
                        "`retort heads`, " + GRAPH + " revisions, 500 merges", retort("graph", "heads"), Map.of()),
                new Contestant(
                        "`retort history -r 09990:head` of them",
                        retort("graph", "history", "-r", "09990:head"),
                        Map.of()),
                new Contestant("`retort current` of them", retort("graph", at, "current"), Map.of()))));
        return "Written by `src/bench/revisions`; whole programs, started cold, run in turn; the median of " + rounds
                + " rounds. The revisions are compiled once before.\n\n" + table + "\nMeasured on " + LocalDate.now()
                + ".";
    }

    private String alembic() throws Exception {
        execute("DROP DATABASE IF EXISTS retort_bench_alembic");
        execute("CREATE DATABASE retort_bench_alembic");
        try {
            return new AgainstAlembic(
                            launcher,
                            folder.resolve("alembic"),
                            onDatabase("retort_bench_alembic"),
                            Math.max(rounds, 5))
                    .body();
        } finally {
            execute("DROP DATABASE retort_bench_alembic");
        }
    }

    private String race(List<Contestant> contestants) throws Exception {
        List<List<Contestant.Run>> runs = new ArrayList<>();
        contestants.forEach(contestant -> runs.add(new ArrayList<>()));
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                for (String database : List.of("retort_bench_psql", "retort_bench_upgrade")) {
                    execute("DROP DATABASE IF EXISTS " + database);
                    execute("CREATE DATABASE " + database);
                }
                Contestant.Run run = contestants.get(i).run();
                if (round
                        > 0) { // the first one compiles, and fills the caches of the operating system and of the server
                    runs.get(i).add(run);
                }
            }
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < contestants.size(); i++) {
            Report.Row row = Report.Row.of(0, contestants.get(i).label(), runs.get(i), runs.get(0));
            lines.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f s | %.2f s | %.2f × |%n",
                    row.label(),
                    row.seconds(),
                    row.slowest(),
                    row.ratio()));
        }
        return lines.toString();
    }

    private List<String> retort(String project, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(launcher.toString(), "--revisions=" + folder.resolve(project), "--package=bench.migrations"));
        command.addAll(List.of(arguments));
        return command;
    }

    private void chain() throws Exception {
        for (int i = 1; i <= UPGRADED; i++) {
            revision("chain", i, i == 1 ? List.of() : List.of(i - 1));
        }
    }

    /** A line that parts and joins again, five hundred times. */
    private void graph() throws Exception {
        int joined = 0;
        for (int first = 1; first <= GRAPH; first += BETWEEN_MERGES) {
            revision("graph", first, joined == 0 ? List.of() : List.of(joined));
            int left = first;
            int right = first;
            for (int i = first + 1; i < first + BETWEEN_MERGES - 1; i++) {
                revision("graph", i, List.of(i % 2 == 0 ? left : right));
                left = i % 2 == 0 ? i : left;
                right = i % 2 == 0 ? right : i;
            }
            joined = first + BETWEEN_MERGES - 1;
            revision("graph", joined, List.of(left, right));
        }
    }

    private void revision(String project, int number, List<Integer> revises) throws Exception {
        Path file = folder.resolve(project).resolve("bench/migrations/R%05d_Step.java".formatted(number));
        Files.createDirectories(file.getParent());
        String parents =
                String.join(", ", revises.stream().map("\"%05d\""::formatted).toList());
        Files.writeString(file, """
                package bench.migrations;

                import static dev.retort.migration.Columns.*;

                import dev.retort.migration.*;

                @Revision(id = "%1$05d", revises = {%2$s}, message = "step %1$d", created = "2026-01-01T00:00:00Z")
                public final class R%1$05d_Step implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("t%1$05d",
                                bigint("id").identity(),
                                varchar("name", 80).notNull(),
                                numeric("price", 12, 2),
                                timestamptz("at"),
                                primaryKey("t%1$05d_pkey", "id"));
                        op.createIndex("t%1$05d_name_idx").on("t%1$05d", "name");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("t%1$05d");
                    }
                }
                """.formatted(number, parents));
    }

    private String onDatabase(String database) {
        return url.replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1");
    }

    private static String libpq(String jdbcUrl) {
        return jdbcUrl.substring("jdbc:".length());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
