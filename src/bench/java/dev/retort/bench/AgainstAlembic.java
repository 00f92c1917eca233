package dev.retort.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Times the short commands of Retort against those of the same name of Alembic, each on three revisions that the same database has. */
final class AgainstAlembic {

    /** The part of the page that this class writes. */
    static final String HEADING = "Against Alembic";

    private static final String REVISION = """
            package bench.migrations;

            import dev.retort.migration.*;

            @Revision(id = "%1$04d", revises = {%2$s}, message = "step %1$d", created = "2026-01-01T00:00:00Z")
            public final class R%1$04d_Step implements Migration {

                @Override
                public void upgrade(Operations op) {}

                @Override
                public void downgrade(Operations op) {}
            }
            """;

    private final Path launcher;
    private final Path folder;
    private final String url;
    private final int rounds;

    /**
     * A race.
     *
     * @param folder where both projects are made
     * @param url the JDBC URL of a database of its own
     */
    AgainstAlembic(Path launcher, Path folder, String url, int rounds) {
        this.launcher = launcher;
        this.folder = folder;
        this.url = url;
        this.rounds = rounds;
    }

    /** Whether there is an Alembic to run. */
    static boolean possible() {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(directory, "alembic"))) {
                return true;
            }
        }
        return false;
    }

    /** The section's text. */
    String body() throws IOException, InterruptedException {
        if (!possible()) {
            return "Not measured: there was no `alembic` on the `PATH`.";
        }
        prepare();
        StringBuilder table =
                new StringBuilder("| command | Alembic | Retort | against Alembic |\n| --- | ---: | ---: | ---: |\n");
        for (List<String> command : List.of(List.of("current"), List.of("heads"), List.of("history"))) {
            table.append(race(command));
        }
        return "Written by `src/bench/revisions`; whole programs, started cold, run in turn, on three revisions that the database has; the median of "
                + rounds + " rounds. " + version() + " with psycopg2.\n\n" + table;
    }

    private void prepare() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path settings = folder.resolve("alembic.ini");
        if (!Files.exists(settings)) {
            new Contestant(
                            "alembic init",
                            List.of(
                                    "alembic",
                                    "-c",
                                    settings.toString(),
                                    "init",
                                    folder.resolve("script").toString()),
                            Map.of())
                    .run();
            Path versions = folder.resolve("script/versions");
            for (int i = 1; i <= 3; i++) {
                Files.writeString(
                        versions.resolve("r%04d.py".formatted(i)),
                        "\"\"\"step %1$d\"\"\"\nrevision = '%1$04d'\ndown_revision = %2$s\n\ndef upgrade():\n    pass\n\ndef downgrade():\n    pass\n"
                                .formatted(i, i == 1 ? "None" : "'%04d'".formatted(i - 1)));
            }
        }
        String text = Files.readString(settings);
        Files.writeString(
                settings,
                text.replaceFirst("(?m)^sqlalchemy.url = .*$", "sqlalchemy.url = " + url.substring("jdbc:".length())));
        for (int i = 1; i <= 3; i++) {
            Path file = folder.resolve("java/bench/migrations/R%04d_Step.java".formatted(i));
            Files.createDirectories(file.getParent());
            Files.writeString(file, REVISION.formatted(i, i == 1 ? "" : "\"%04d\"".formatted(i - 1)));
        }
        new Contestant("alembic upgrade", alembic(List.of("upgrade", "head")), Map.of()).run();
        new Contestant("retort upgrade", retort(List.of("upgrade", "head")), Map.of()).run();
    }

    private String race(List<String> command) throws IOException, InterruptedException {
        List<Contestant> contestants = List.of(
                new Contestant("alembic", alembic(command), Map.of()),
                new Contestant("retort", retort(command), Map.of()));
        List<List<Contestant.Run>> runs = List.of(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < 2; i++) {
                Contestant.Run run = contestants.get(i).run();
                if (round > 0) { // the first one fills the caches of the operating system
                    runs.get(i).add(run);
                }
            }
        }
        Report.Row alembic = Report.Row.of(0, "", runs.get(0), runs.get(0));
        Report.Row retort = Report.Row.of(0, "", runs.get(1), runs.get(0));
        return String.format(
                Locale.ROOT,
                "| `%s` | %.2f s | %.2f s | %.2f × |%n",
                String.join(" ", command),
                alembic.seconds(),
                retort.seconds(),
                retort.ratio());
    }

    private List<String> alembic(List<String> command) {
        List<String> all = new ArrayList<>(
                List.of("alembic", "-c", folder.resolve("alembic.ini").toString()));
        all.addAll(command);
        return all;
    }

    private List<String> retort(List<String> command) {
        List<String> all = new ArrayList<>(List.of(
                launcher.toString(),
                "--revisions=" + folder.resolve("java"),
                "--package=bench.migrations",
                "--url=" + url));
        all.addAll(command);
        return all;
    }

    private static String version() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("alembic", "--version").start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return "Alembic " + said.replaceFirst("^\\D*", "").strip();
    }
}
