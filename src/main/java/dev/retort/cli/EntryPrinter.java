package dev.retort.cli;

import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.Terminal;
import dev.retort.command.history.Entry;
import dev.retort.command.history.Presence;
import dev.retort.revision.RevisionInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shows revisions: on a line each, or with all that they say of themselves. */
final class EntryPrinter {

    private final Terminal terminal;
    private final Path directory;

    private final String first;
    private final String further;

    EntryPrinter(Terminal terminal, Path directory) {
        this(terminal, directory, "", "");
    }

    private EntryPrinter(Terminal terminal, Path directory, String first, String further) {
        this.terminal = terminal;
        this.directory = directory;
        this.first = first;
        this.further = further;
    }

    /** One that begins the first line of a revision, and the further ones, with parts of a drawing. */
    EntryPrinter behind(String first, String further) {
        return new EntryPrinter(terminal, directory, first, further);
    }

    /** A line of a drawing without a revision. */
    void drawing(String text) {
        terminal.line(new Part(Ink.FAINT, text));
    }

    /** {@code 0001 -> 0002 (head), add tier}. */
    void step(Entry entry) {
        line(entry, true);
    }

    /** {@code 0002 (head), add tier}. */
    void name(Entry entry) {
        line(entry, false);
    }

    /** Several: a line for each, or in full with an empty line between them. */
    void all(List<Entry> entries, boolean full) {
        for (int i = 0; i < entries.size(); i++) {
            if (full && i > 0) {
                terminal.line("");
            }
            if (full) {
                full(entries.get(i));
            } else {
                name(entries.get(i));
            }
        }
    }

    /** Every part on a line of its own. */
    void full(Entry entry) {
        RevisionInfo revision = entry.revision();
        terminal.line(
                new Part(Ink.FAINT, first),
                label("Rev"),
                new Part(Ink.REVISION, revision.id()),
                Part.plain(marks(entry)));
        more(label(entry.mergePoint() ? "Merges" : "Parent"), Part.plain(parents(revision)));
        list("Depends on", revision.dependsOn());
        list("Labels", revision.branchLabels());
        list("Warnings", List.copyOf(revision.openWarnings()));
        more(label("Created"), Part.plain(revision.created().toString()));
        more(label("Path"), Part.plain(shown(revision.location())));
        more(label("Message"), Part.plain(firstLine(revision.message())));
        revision.message().lines().skip(1).forEach(line -> more(Part.plain("            "), Part.plain(line)));
    }

    private void line(Entry entry, boolean withParents) {
        RevisionInfo revision = entry.revision();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Ink.FAINT, first));
        if (withParents) {
            parts.add(Part.plain(parents(revision) + dependencies(revision, "") + " -> "));
        }
        parts.add(new Part(Ink.REVISION, revision.id()));
        String message = firstLine(revision.message());
        if (!first.isEmpty()) {
            parts.add(Part.plain(dependencies(revision, "depends on ")));
        }
        parts.add(Part.plain(marks(entry) + (message.isEmpty() ? "" : ", " + message)));
        terminal.line(parts.toArray(Part[]::new));
    }

    private static String dependencies(RevisionInfo revision, String words) {
        return revision.dependsOn().isEmpty() ? "" : " (" + words + String.join(", ", revision.dependsOn()) + ")";
    }

    private void more(Part label, Part text) {
        terminal.line(new Part(Ink.FAINT, further), label, text);
    }

    private void list(String word, List<String> values) {
        if (!values.isEmpty()) {
            more(label(word), Part.plain(String.join(", ", values)));
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
        if (entry.revision().afterDeploy()) {
            marks.append(" (after deploy)");
        }
        if (entry.current()) {
            marks.append(" (current)");
        }
        if (entry.halfDone()) {
            marks.append(" (half done)");
        } else if (entry.presence() == Presence.PENDING) {
            marks.append(" (pending)");
        }
        return marks.toString();
    }

    private static String firstLine(String message) {
        return message.strip().lines().findFirst().orElse("");
    }

    /** Where a revision is, as seen from the working directory. */
    String shown(String location) {
        if (location.contains("://") || location.startsWith("jar:")) {
            return location;
        }
        return Shown.path(directory, Path.of(location));
    }
}
