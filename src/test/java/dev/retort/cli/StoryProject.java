package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlRow;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A team's project for a story: sources, their classes, a development database, and the launcher as people type it. */
final class StoryProject {

    private static final String PACKAGE = "src/main/java/com/acme/cafe/";

    private final Path folder;
    private final Database development = TestServer.fresh();
    private final Map<String, String> variables;

    StoryProject(Path folder) {
        this.folder = folder;
        this.variables = new HashMap<>(TestProject.scratch());
        variables.put("DATABASE_URL_DEVELOPMENT", Addresses.url(development));
        file("retort.toml", """
                default-env = "development"
                classpath   = ["target/classes"]
                entities    = ["com.acme.cafe"]
                package     = "com.acme.cafe.migrations"

                [env.development]
                url = "${DATABASE_URL_DEVELOPMENT}"
                """);
        file(PACKAGE + "migrations/.keep", "");
    }

    /** The variables of every command of this project. */
    Map<String, String> variables() {
        return variables;
    }

    /** The development database. */
    Database development() {
        return development;
    }

    /** One more database, whose URL stands in a variable. */
    Database database(String variable) {
        Database database = TestServer.fresh();
        variables.put(variable, Addresses.url(database));
        return database;
    }

    /** Adds lines to the settings. */
    void settings(String more) {
        file("retort.toml", text(folder.resolve("retort.toml")) + more);
    }

    /** Writes an entity and compiles all of them, as the build does. */
    void entity(String name, String body) {
        file(PACKAGE + name + ".java", """
                package com.acme.cafe;

                import jakarta.persistence.*;

                @Entity
                public class %s {
                    @Id
                    @GeneratedValue(strategy = GenerationType.IDENTITY)
                    private Long id;

                %s
                }
                """.formatted(name, body.indent(4)));
        try (Stream<Path> sources = Files.list(folder.resolve(PACKAGE))) {
            compile(sources.filter(source -> source.toString().endsWith(".java"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles the revisions into the same folder, as the build does, too. */
    Path compileRevisions() {
        compile(revisions());
        return folder.resolve("target/classes");
    }

    private void compile(List<Path> sources) {
        List<String> words = new ArrayList<>(List.of(
                "-proc:none",
                "-d",
                folder.resolve("target/classes").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        sources.forEach(source -> words.add(source.toString()));
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new));
        assertThat(code).as("compiling %s", sources).isZero();
    }

    /** A revision written by hand: a person ran {@code revision -m} and filled it. */
    void revision(String id, String revises, String upgrade, String downgrade) {
        file(PACKAGE + "migrations/R" + id + ".java", """
                package com.acme.cafe.migrations;

                import static dev.retort.migration.Columns.*;

                import dev.retort.migration.*;
                import java.util.*;

                @Revision(id = "%s", revises = {%s}, message = "step %s", created = "2026-01-01T00:00:00Z")
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
                        id,
                        revises.isEmpty() ? "" : "\"" + revises + "\"",
                        id,
                        id,
                        upgrade.strip().indent(8).stripTrailing(),
                        downgrade.strip().indent(8).stripTrailing()));
    }

    /** The same with a table {@code t_ID} to make and to drop. */
    void revision(String id, String revises) {
        revision(id, revises, "op.createTable(\"t_" + id + "\", bigint(\"id\"));", "op.dropTable(\"t_" + id + "\");");
    }

    /** The files of the revisions, by name. */
    List<Path> revisions() {
        try (Stream<Path> files = Files.list(folder.resolve(PACKAGE + "migrations"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the revisions' files. */
    List<String> names() {
        return revisions().stream().map(file -> file.getFileName().toString()).toList();
    }

    /** The newest revision's text. */
    String newest() {
        List<Path> all = revisions();
        return text(all.get(all.size() - 1));
    }

    /** Replaces text in the newest revision, as a person in an editor does. */
    void edit(String from, String to) {
        List<Path> all = revisions();
        edit(all.get(all.size() - 1), from, to);
    }

    /** Replaces text in a file. */
    void edit(Path file, String from, String to) {
        String before = text(file);
        assertThat(before).contains(from);
        try {
            Files.writeString(file, before.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command with these words, whatever comes of it. */
    Launched retort(String... words) {
        return Launched.in(folder, variables, words);
    }

    /** Runs a command of a line, whatever comes of it. */
    Launched type(String line) {
        return retort(line.split(" "));
    }

    /** Runs a command that has to succeed; what it printed. */
    Launched done(String... words) {
        return with(0, words);
    }

    /** Runs a command that has to end with an exit code; what it printed. */
    Launched with(int code, String... words) {
        Launched launched = retort(words);
        assertThat(launched.code())
                .as("retort %s: %s%s", String.join(" ", words), launched.out(), launched.err())
                .isEqualTo(code);
        return launched;
    }

    /** The first column of what a query finds in the development database. */
    List<String> rows(String query) {
        return rows(development, query);
    }

    /** The first column of what a query finds. */
    static List<String> rows(Database database, String query) {
        try (SqlSession session = SqlSession.open(database)) {
            return session.query(query).stream().map(StoryProject::first).toList();
        }
    }

    /** Does something to a database behind Retort's back. */
    static void behind(Database database, String sql) {
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(sql);
        }
    }

    private static String first(SqlRow row) {
        return String.valueOf(row.values().values().iterator().next());
    }

    private void file(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
