package dev.retort.command.compare;

import dev.retort.Nearest;
import dev.retort.UsageException;
import dev.retort.revision.Target;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A state of the schema, as it is named on the command line: {@code model}, {@code revisions}, {@code empty} … */
public sealed interface State {

    /** What the entities want. */
    record OfModel() implements State {}

    /** What the revisions make, up to a target. */
    record OfRevisions(Target target) implements State {}

    /** What the revisions make that a database says it has. */
    record OfStamp(SortedSet<String> rows) implements State {

        public OfStamp {
            rows = Collections.unmodifiableSortedSet(new TreeSet<>(rows));
        }
    }

    /** Nothing at all. */
    record Empty() implements State {}

    /** What a SQL script makes. */
    record OfFile(Path path) implements State {}

    /** The database of an environment of the configuration file. */
    record OfEnvironment(String name) implements State {}

    /** The database at a URL. */
    record OfUrl(String url) implements State {}

    /** The configured database ({@code --url}, {@code --env}). */
    record Configured() implements State {}

    /**
     * Reads a state.
     *
     * @param directory the folder that a file's relative path starts from
     * @throws UsageException if the text names none
     */
    static State parse(String text, Path directory) {
        return switch (text) {
            case "model" -> new OfModel();
            case "revisions" -> new OfRevisions(Target.HEADS);
            case "empty" -> new Empty();
            case "database" -> new Configured();
            default -> withArgument(text, directory);
        };
    }

    private static State withArgument(String text, Path directory) {
        if (text.startsWith("revisions@")) {
            return new OfRevisions(Target.parse(text.substring("revisions@".length())));
        } else if (text.startsWith("file:")) {
            return new OfFile(
                    directory.resolve(text.substring("file:".length())).normalize());
        } else if (text.startsWith("env:")) {
            return new OfEnvironment(text.substring("env:".length()));
        } else if (text.startsWith("jdbc:") || text.contains("://")) {
            return new OfUrl(text);
        }
        throw new UsageException(
                "\"" + text + "\" names no state of the schema",
                "a state is model, revisions, revisions@REV, empty, file:PATH.sql, env:NAME, database or a URL.",
                Nearest.to(text, List.of("model", "revisions", "empty", "database"))
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("For example: retort diff --from revisions --to model"));
    }

    /** Whether it is what revisions make. */
    default boolean isOfRevisions() {
        return this instanceof OfRevisions || this instanceof OfStamp;
    }

    /** Whether it is a database that is there, and may hold what no revision made. */
    default boolean isLive() {
        return this instanceof Configured || this instanceof OfEnvironment || this instanceof OfUrl;
    }

    /** How it is named in results; a URL is left out, as it may hold a password. */
    default String word() {
        if (this instanceof OfModel) {
            return "model";
        } else if (this instanceof OfRevisions revisions) {
            return revisions.target().equals(Target.HEADS) ? "revisions" : "revisions@" + revisions.target();
        } else if (this instanceof OfStamp stamp) {
            return stamp.rows().isEmpty() ? "base" : "revisions@" + String.join(", ", stamp.rows());
        } else if (this instanceof Empty) {
            return "empty";
        } else if (this instanceof OfFile file) {
            return "file:" + file.path().getFileName();
        } else if (this instanceof OfEnvironment environment) {
            return "env:" + environment.name();
        }
        return "database";
    }
}
