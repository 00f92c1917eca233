package dev.retort.cli.output;

import dev.retort.command.history.Entry;
import dev.retort.command.history.Presence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Revisions as a diagram of Mermaid, which GitHub, GitLab and many editors draw: parents above, a dotted line to what a revision depends on. */
public final class EntriesMermaid {

    private EntriesMermaid() {}

    /** The diagram of some revisions, the newest first as given. */
    public static String of(List<Entry> entries) {
        Map<String, String> nodes = new HashMap<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            nodes.put(entries.get(i).revision().id(), "r" + (entries.size() - 1 - i));
        }
        StringBuilder text = new StringBuilder("flowchart TD\n");
        StringBuilder lines = new StringBuilder();
        boolean asked = false;
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            String node = Objects.requireNonNull(nodes.get(entry.revision().id()));
            asked |= entry.presence() != Presence.UNKNOWN;
            text.append("    ")
                    .append(node)
                    .append(shape(entry))
                    .append(style(entry))
                    .append('\n');
            edges(lines, entry.revision().revises(), " --> ", node, nodes);
            edges(lines, entry.revision().dependsOn(), " -.-> ", node, nodes);
        }
        text.append(lines);
        if (asked) {
            text.append("    classDef applied fill:#d3f0d8,stroke:#2e7d32,color:#000000\n");
            text.append("    classDef current fill:#d3f0d8,stroke:#2e7d32,color:#000000,stroke-width:3px\n");
            text.append("    classDef pending fill:#ffffff,stroke:#888888,color:#000000,stroke-dasharray:4 3\n");
        }
        return text.toString();
    }

    private static String shape(Entry entry) {
        String message = entry.revision().message().strip().lines().findFirst().orElse("");
        StringBuilder label = new StringBuilder(escaped(entry.revision().id()));
        entry.revision()
                .branchLabels()
                .forEach(name -> label.append(" (").append(escaped(name)).append(')'));
        if (!message.isEmpty()) {
            label.append("<br/>").append(escaped(message));
        }
        return entry.head() ? "([\"" + label + "\"])" : "[\"" + label + "\"]";
    }

    private static String style(Entry entry) {
        if (entry.current()) {
            return ":::current";
        }
        return switch (entry.presence()) {
            case UNKNOWN -> "";
            case APPLIED -> ":::applied";
            case PENDING -> ":::pending";
        };
    }

    private static void edges(
            StringBuilder lines, List<String> others, String arrow, String node, Map<String, String> nodes) {
        for (String other : others) {
            String from = nodes.get(other);
            if (from != null) {
                lines.append("    ").append(from).append(arrow).append(node).append('\n');
            }
        }
    }

    /** Whatever is no letter, digit, space or harmless sign stands as its number, which Mermaid turns back and nothing else acts on. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || " .,-_()+/?!=".indexOf(point) >= 0) {
                escaped.appendCodePoint(point);
            } else if (!Character.isISOControl(point)) {
                escaped.append('#').append(point).append(';');
            }
        });
        return escaped.toString();
    }
}
