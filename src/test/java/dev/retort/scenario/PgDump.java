package dev.retort.scenario;

import dev.retort.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The oracle that shares no code with us: {@code pg_dump}, with the order of statements and columns aside. */
public final class PgDump {

    private static final Pattern PORT = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/([^?]+).*");

    private static final Pattern SET = Pattern.compile("( UNIQUE (?:NULLS NOT DISTINCT )?\\(|\nWITH \\()([^()]*)\\)");

    private PgDump() {}

    /** A {@code pg_dump} of at least the server's version, if one is installed and the server lets it in without a password. */
    public static Optional<Path> program(Connection connection) throws SQLException, IOException {
        Optional<Path> program = installed();
        return program.isPresent() && run(program.get(), connection).isPresent() ? program : Optional.empty();
    }

    private static Optional<Path> installed() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.filter(f -> f.getFileName().toString().matches("\\d+"))
                    .filter(f -> Integer.parseInt(f.getFileName().toString()) >= TestServer.majorVersion())
                    .map(f -> f.resolve("bin/pg_dump"))
                    .filter(Files::isExecutable)
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public static List<String> dump(Path program, Connection connection) throws SQLException, IOException {
        return normalized(run(program, connection).orElseThrow());
    }

    /** What it prints; empty where it fails. */
    private static Optional<String> run(Path program, Connection connection) throws SQLException, IOException {
        var url = PORT.matcher(connection.getMetaData().getURL());
        if (!url.matches()) {
            throw new IllegalStateException(
                    "not a URL to dump: " + connection.getMetaData().getURL());
        }
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--schema-only",
                        // It would wait at the terminal for ever.
                        "--no-password",
                        "--no-owner",
                        "--no-privileges",
                        "-h",
                        url.group(1),
                        "-p",
                        url.group(2),
                        "-U",
                        connection.getMetaData().getUserName(),
                        url.group(3))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static List<String> normalized(String dump) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : dump.lines().toList()) {
            if (line.startsWith("--") || line.startsWith("SET ") || line.startsWith("\\") || line.isBlank()) {
                continue;
            }
            statement.append(line.strip()).append('\n');
            if (line.endsWith(";")) {
                statements.add(columnsSorted(setsSorted(statement.toString())));
                statement.setLength(0);
            }
        }
        return statements.stream().sorted().toList();
    }

    /** Storage parameters and the columns of a unique constraint sorted, whose order means nothing. */
    private static String setsSorted(String statement) {
        return SET.matcher(statement)
                .replaceAll(set -> Matcher.quoteReplacement(set.group(1)
                        + Arrays.stream(set.group(2).split(", ", -1)).sorted().collect(Collectors.joining(", "))
                        + ")"));
    }

    /** The lines of a CREATE TABLE sorted, commas off, so that the order of columns does not count. */
    private static String columnsSorted(String statement) {
        return statement.startsWith("CREATE TABLE") || statement.startsWith("CREATE UNLOGGED TABLE")
                ? String.join(
                        "\n",
                        statement
                                .lines()
                                .map(l -> l.replaceAll(",$", ""))
                                .sorted()
                                .toList())
                : statement.strip();
    }
}
