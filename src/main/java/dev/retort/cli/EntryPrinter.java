package dev.retort.cli;

import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.Terminal;
import dev.retort.command.history.Entry;
import dev.retort.revision.RevisionInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shows revisions: on a line each, or with all that they say of themselves. */
final class EntryPrinter {

    private final Terminal terminal;
    private final Path directory;

    EntryPrinter(Terminal terminal, Path directory) {
        this.terminal = terminal;
        this.directory = directory;
    }

    /** {@code 0001 -> 0002 (head), add tier}. */
    void step(Entry entry) {
        line(entry, true);
    }

    /** {@code 0002 (head), add tier}. */
    void name(Entry entry) {
        line(entry, false);
    }

    /** Every part on a line of its own. */
    void full(Entry entry) {
        RevisionInfo revision = entry.revision();
        terminal.line(label("Rev"), new Part(Ink.REVISION, revision.id()), Part.plain(marks(entry)));
        terminal.line(label(entry.mergePoint() ? "Merges" : "Parent"), Part.plain(parents(revision)));
        list("Depends on", revision.dependsOn());
        list("Labels", revision.branchLabels());
        list("Warnings", List.copyOf(revision.openWarnings()));
        terminal.line(label("Created"), Part.plain(revision.created().toString()));
        terminal.line(label("Path"), Part.plain(shown(revision.location())));
        terminal.line(label("Message"), Part.plain(firstLine(revision.message())));
        revision.message().lines().skip(1).forEach(line -> terminal.line(Part.plain("            " + line)));
    }

    private void line(Entry entry, boolean withParents) {
        RevisionInfo revision = entry.revision();
        List<Part> parts = new ArrayList<>();
        if (withParents) {
            String dependencies =
                    revision.dependsOn().isEmpty() ? "" : " (" + String.join(", ", revision.dependsOn()) + ")";
            parts.add(Part.plain(parents(revision) + dependencies + " -> "));
        }
        parts.add(new Part(Ink.REVISION, revision.id()));
        String message = firstLine(revision.message());
        parts.add(Part.plain(marks(entry) + (message.isEmpty() ? "" : ", " + message)));
        terminal.line(parts.toArray(Part[]::new));
    }

    private void list(String word, List<String> values) {
        if (!values.isEmpty()) {
            terminal.line(label(word), Part.plain(String.join(", ", values)));
        }
    }

    private static Part label(String word) {
        return new Part(Ink.FAINT, String.format("%-12s", word + ":"));
    }

    private static String parents(RevisionInfo revision) {
        return revision.revises().isEmpty() ? "<base>" : String.join(", ", revision.revises());
    }

    private static String marks(Entry entry) {
        StringBuilder marks = new StringBuilder();
        if (!entry.revision().branchLabels().isEmpty()) {
            marks.append(" (")
                    .append(String.join(", ", entry.revision().branchLabels()))
                    .append(')');
        }
        if (entry.head()) {
            marks.append(" (head)");
        }
        if (entry.branchPoint()) {
            marks.append(" (branchpoint)");
        }
        if (entry.mergePoint()) {
            marks.append(" (mergepoint)");
        }
        if (entry.current()) {
            marks.append(" (current)");
        }
        return marks.toString();
    }

    private static String firstLine(String message) {
        return message.strip().lines().findFirst().orElse("");
    }

    private String shown(String location) {
        if (location.contains("://") || location.startsWith("jar:")) {
            return location;
        }
        return Shown.path(directory, Path.of(location));
    }
}
