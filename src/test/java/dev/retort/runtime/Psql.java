package dev.retort.runtime;

import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs scripts as a database administrator does: by {@code psql -v ON_ERROR_STOP=1}; where there is none, statement by statement through the driver. */
public final class Psql {

    private static final Optional<Path> PROGRAM = Stream.concat(
                    Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                            .map(Path::of),
                    Stream.of(Path.of("/usr/lib/postgresql/18/bin"), Path.of("/usr/lib/postgresql/15/bin")))
            .map(folder -> folder.resolve("psql"))
            .filter(Files::isExecutable)
            .findFirst();

    private Psql() {}

    /** What runs the scripts, for the report of a test. */
    static String runner() {
        return PROGRAM.map(Path::toString).orElse("the driver, as there is no psql");
    }

    /** Runs a script; one that fails, or talks of our own tables, fails the test with what psql said. */
    public static void run(Database database, String script) {
        if (PROGRAM.isEmpty()) {
            try (SqlSession session = SqlSession.open(database)) {
                SqlSplitter.split(script).forEach(session::execute);
            }
            return;
        }
        URI url = URI.create(Addresses.url(database).substring("jdbc:".length()));
        String user = url.getQuery().replaceFirst(".*\\buser=([^&]*).*", "$1");
        try {
            Path file = Files.createTempFile("script", ".sql");
            Files.writeString(file, script);
            ProcessBuilder builder = new ProcessBuilder(
                    PROGRAM.get().toString(),
                    "-X",
                    "-q",
                    "-w",
                    "-v",
                    "ON_ERROR_STOP=1",
                    "-f",
                    file.toString(),
                    "-h",
                    url.getHost(),
                    "-p",
                    String.valueOf(url.getPort()),
                    "-U",
                    user,
                    "-d",
                    url.getPath().substring(1));
            // What a user's own session may be like must not matter.
            builder.environment().put("PGTZ", "Asia/Kolkata");
            builder.environment().put("PGCLIENTENCODING", "LATIN1");
            builder.environment().put("PGOPTIONS", "-c datestyle=german -c search_path=pg_catalog");
            Optional.ofNullable(Addresses.password(database).get("RETORT_PASSWORD"))
                    .ifPresent(password -> builder.environment().put("PGPASSWORD", password));
            Process process = builder.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            Files.delete(file);
            boolean noise = said.lines().anyMatch(line -> line.contains("NOTICE") && line.contains("\"retort_"));
            if (code != 0 || noise) {
                throw new AssertionError("psql ended with " + code + ": " + said + "\n" + script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
