package dev.retort.cli.output;

import dev.retort.command.compare.Comparison;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;

/** A comparison as workflow commands, which GitHub shows as annotations. */
public final class ComparisonGithub {

    private ComparisonGithub() {}

    /** A command a line. */
    public static String of(Comparison comparison) {
        StringBuilder commands = new StringBuilder();
        for (Operation operation : comparison.up()) {
            String origin = comparison
                    .origin(operation)
                    .map(where -> " (" + where + ")")
                    .orElse("");
            command(commands, "error", "No revision for: " + operation.kind(), operation.summary() + origin);
        }
        for (Warning warning : comparison.allWarnings()) {
            String level =
                    switch (warning.level()) {
                        case INFO -> "notice";
                        case WARNING -> "warning";
                        case ERROR -> "error";
                    };
            command(commands, level, warning.rule(), warning.message() + " " + warning.cure());
        }
        return commands.toString();
    }

    private static void command(StringBuilder commands, String level, String title, String message) {
        commands.append("::")
                .append(level)
                .append(" title=")
                .append(escaped(title).replace(":", "%3A").replace(",", "%2C"))
                .append("::")
                .append(escaped(Harmless.lines(message.strip())))
                .append('\n');
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
