package dev.retort.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times an upgrade of many schemas by three revisions, against {@code psql} that runs the very statements of {@code upgrade --sql} for each schema, one after
 * the other on one connection.
 *
 * <p>Arguments: the project's folder, the URL of a server where databases may be made, the number of rounds.
 */
public final class ThousandSchemas {

    private static final int TENANTS = 1_000;
    private static final String DATABASE = "retort_bench_tenants";

    private final Path project;
    private final Path home;
    private final String url;
    private final int rounds;

    ThousandSchemas(Path project, String url, int rounds) {
        this.project = project;
        this.home = project.resolve("target/bench/tenants");
        this.url = url;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        System.out.println(new ThousandSchemas(Path.of(args[0]), args[1], Integer.parseInt(args[2])).table());
    }

    /** The figures as a table of Markdown. */
    String table() throws Exception {
        revisions();
        String tenants = url.replaceFirst("/[^/?]*(\\?|$)", "/" + DATABASE + "$1");
        Path script = script();
        List<Contestant> contestants = List.of(
                new Contestant(
                        "`psql`, one connection",
                        List.of(
                                "psql",
                                "-q",
                                "-v",
                                "ON_ERROR_STOP=1",
                                "-d",
                                tenants.substring("jdbc:".length()),
                                "-f",
                                script.toString()),
                        Map.of("PGOPTIONS", "-c client_min_messages=warning")),
                retort("`retort upgrade head --jobs 1`", tenants, "1"),
                retort("`retort upgrade head`, 4 jobs", tenants, "4"));
        Contestant again = retort("the same once more: nothing is left", tenants, "4");
        Map<String, List<Contestant.Run>> runs = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : contestants) {
                schemas(tenants);
                time(contestant, runs);
            }
            time(again, runs);
        }
        execute(url, "DROP DATABASE " + DATABASE);
        List<Contestant.Run> floor = runs.get(contestants.get(0).label());
        StringBuilder text = new StringBuilder("| schemas | program | median | peak memory | against `psql` |\n");
        text.append("| ---: | --- | ---: | ---: | ---: |\n");
        runs.forEach((label, measured) -> {
            Report.Row row = Report.Row.of(TENANTS, label, measured, floor);
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %s | %.1f s | %.0f MB | %.2f × |%n",
                    TENANTS,
                    label,
                    row.seconds(),
                    row.megabytes(),
                    row.ratio()));
        });
        return text.toString();
    }

    private static void time(Contestant contestant, Map<String, List<Contestant.Run>> runs)
            throws IOException, InterruptedException {
        Contestant.Run run = contestant.run();
        runs.computeIfAbsent(contestant.label(), label -> new ArrayList<>()).add(run);
        System.err.printf(Locale.ROOT, "%d schemas: %s %.1f s%n", TENANTS, contestant.label(), run.seconds());
    }

    private Contestant retort(String label, String tenants, String jobs) {
        return new Contestant(
                label,
                List.of(
                        launcher(),
                        "--url=" + tenants,
                        "--revisions=" + home,
                        "--package=bench.migrations",
                        "upgrade",
                        "head",
                        "--schema-per-tenant=tenant\\_%",
                        "--jobs=" + jobs),
                Map.of());
    }

    private String launcher() {
        return project.resolve("target/retort/bin/retort").toString();
    }

    /** The script of one schema, so often as there are schemas, each with its own name in the place of {@code public}. */
    private Path script() throws IOException, InterruptedException {
        Path one = home.resolve("one.sql");
        Process process = new ProcessBuilder(
                        launcher(), "--revisions=" + home, "--package=bench.migrations", "upgrade", "head", "--sql")
                .redirectOutput(one.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the script could not be printed");
        }
        String sql = Files.readString(one);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < TENANTS; i++) {
            all.append(sql.replace("search_path = public", "search_path = " + name(i))
                    .replace("\"public\".", "\"" + name(i) + "\"."));
        }
        return Files.writeString(home.resolve("all.sql"), all);
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "tenant_%04d", number);
    }

    private void schemas(String tenants) throws SQLException {
        execute(url, "DROP DATABASE IF EXISTS " + DATABASE);
        execute(url, "CREATE DATABASE " + DATABASE);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < TENANTS; i++) {
            all.append("CREATE SCHEMA ").append(name(i)).append(';');
        }
        execute(tenants, all.toString());
    }

    private static void execute(String where, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(where);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void revisions() throws IOException {
        revision("0001", "", """
                op.createTable("customer", bigint("id").identity(), varchar("name", 80).notNull(), timestamptz("created_at"),
                    primaryKey("customer_pkey", "id"));
                op.createTable("invoice", bigint("id").identity(), bigint("customer_id").notNull(), numeric("total", 12, 2),
                    primaryKey("invoice_pkey", "id"));
                op.addForeignKey("invoice", "invoice_customer_id_fkey", "customer_id").references("customer", "id");
                op.createIndex("invoice_customer_id_idx").on("invoice", "customer_id");
                """);
        revision("0002", "\"0001\"", """
                op.addColumn("customer", varchar("tier", 20).notNull().defaultTo("'basic'"));
                op.addUnique("customer", "customer_name_key", "name");
                """);
        revision("0003", "\"0002\"", """
                op.execute("INSERT INTO customer (name) VALUES ('first')");
                """);
    }

    private void revision(String id, String revises, String body) throws IOException {
        Path folder = Files.createDirectories(home.resolve("bench/migrations"));
        Files.writeString(folder.resolve("R" + id + ".java"), """
                package bench.migrations;

                import static dev.retort.migration.Columns.*;

                import dev.retort.migration.*;

                @Revision(id = "%s", revises = {%s}, message = "bench", created = "2026-01-01T00:00:00Z")
                public final class R%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """.formatted(id, revises, id, body));
    }
}
