package dev.retort.cli;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A project whose revisions a test writes by hand, and its database; each revision makes the table {@code t_ID} and drops it again. */
record HandWritten(Path folder, Database database, Map<String, String> variables) {

    private static final String PACKAGE = "shop.migrations";

    /** A project without revisions, and an empty database. */
    static HandWritten in(Path folder) {
        Database database = TestServer.fresh();
        Map<String, String> variables = new HashMap<>(Addresses.password(database));
        variables.put("TARGET_URL", Addresses.url(database));
        HandWritten project = new HandWritten(folder, database, variables);
        project.write("retort.toml", """
                revisions = "db"
                package = "shop.migrations"
                default-env = "dev"
                [env.dev]
                url = "${TARGET_URL}"
                """);
        project.folderOf();
        return project;
    }

    /** Lines such as {@code c < a b : label | dependency}, each a revision. */
    HandWritten revisions(String... lines) {
        for (String line : lines) {
            String[] dependencies = line.split("\\|", 2);
            String[] labels = dependencies[0].split(":", 2);
            String[] parents = labels[0].split("<", 2);
            String id = parents[0].strip();
            revision(
                    id,
                    "revises = {" + names(parents) + "}, branchLabels = {" + names(labels) + "}, dependsOn = {"
                            + names(dependencies) + "}, message = \"step " + id + "\"",
                    "op.createTable(\"t_" + id + "\", bigint(\"id\"));",
                    "op.dropTable(\"t_" + id + "\");");
        }
        return this;
    }

    /** A revision that says and does these things. */
    Path revision(String id, String says, String upgrade, String downgrade) {
        return write("db/" + PACKAGE.replace('.', '/') + "/R" + id + ".java", """
                package shop.migrations;

                import static dev.retort.migration.Columns.*;

                import dev.retort.migration.*;
                import java.util.*;

                @Revision(id = "%s", %s, created = "2026-01-01T00:00:00Z")
                public final class R%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(
                        id, says, id, upgrade, downgrade));
    }

    /** Writes a file of the project. */
    Path write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the revisions. */
    Path folderOf() {
        try {
            return Files.createDirectories(folder.resolve("db").resolve(PACKAGE.replace('.', '/')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command on the project and its database. */
    Ran run(String... words) {
        return Ran.in(folder, variables, words);
    }

    /** The same for the words of a line. */
    Ran retort(String line) {
        return run(line.split(" "));
    }

    /** The ids that {@code current} shows, in its order. */
    List<String> current() {
        return retort("current")
                .out()
                .lines()
                .map(line -> line.replaceFirst("\\W.*", ""))
                .toList();
    }

    private static String names(String[] parts) {
        return parts.length < 2 || parts[1].isBlank()
                ? ""
                : Arrays.stream(parts[1].strip().split("\\s+"))
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.joining(", "));
    }
}
