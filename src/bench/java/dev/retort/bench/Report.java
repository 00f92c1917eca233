package dev.retort.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The figures as a page of Markdown. */
final class Report {

    private Report() {}

    /** One line: the medians, and how many times Hibernate's boot of the same model they are. */
    record Row(int entities, String label, double seconds, double slowest, double megabytes, double ratio) {

        static Row of(int entities, String label, List<Contestant.Run> runs, List<Contestant.Run> boot) {
            double seconds = median(runs, Contestant.Run::seconds);
            return new Row(
                    entities,
                    label,
                    seconds,
                    runs.stream().mapToDouble(Contestant.Run::seconds).max().orElse(0),
                    median(runs, Contestant.Run::megabytes),
                    seconds / median(boot, Contestant.Run::seconds));
        }

        private static double median(List<Contestant.Run> runs, ToDoubleFunction<Contestant.Run> figure) {
            double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    static String table(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        text.append("| entities | program | median | slowest | peak memory | against Hibernate's boot |\n");
        text.append("| ---: | --- | ---: | ---: | ---: | ---: |\n");
        for (Row row : rows) {
            String memory = row.megabytes() == 0 ? "–" : "%.0f MB".formatted(row.megabytes());
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %s | %.2f s | %.2f s | %s | %.2f × |%n",
                    row.entities(),
                    row.label(),
                    row.seconds(),
                    row.slowest(),
                    memory,
                    row.ratio()));
        }
        return text.toString();
    }

    static String page(String url, int rounds, String table, String tenants) throws IOException, SQLException {
        return """
                # Benchmarks

                Written by `src/bench/run`; do not edit. Whole programs, started cold, run in turn on one machine; a figure is the median of %d rounds.
                The model is synthetic: so many entities of nine columns each (identity key, varchar, unique, numeric, timestamptz, boolean, int, text with a
                default, foreign key) and one index. Hibernate made the database from it, so `check` has everything to compare and nothing to report.

                %s
                ## 1,000 schemas

                Each schema is upgraded by three revisions: two tables, a key, two indexes, a column, a row. `psql` runs the statements of `upgrade head --sql` for each
                schema, one after the other, and so without a lock, a history of what ran where, or a second connection.

                %s
                Measured on %s: %s, %d processors, Java %s, PostgreSQL %s on loopback.
                """.formatted(
                        rounds,
                        table,
                        tenants,
                        LocalDate.now(),
                        machine(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        server(url));
    }

    private static String machine() throws IOException {
        String system = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        Path processors = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(processors)) {
            return system;
        }
        try (Stream<String> lines = Files.lines(processors)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> system + " ("
                            + line.substring(line.indexOf(':') + 1).strip() + ")")
                    .orElse(system);
        }
    }

    private static String server(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }
}
