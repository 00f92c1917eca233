package dev.retort.cli.output;

import dev.retort.command.compare.ChangeOrigins;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.EntityFiles;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;

/** A comparison as workflow commands, which GitHub shows as annotations. */
public final class ComparisonGithub {

    private ComparisonGithub() {}

    /** A command a line. */
    public static String of(Comparison comparison) {
        StringBuilder commands = new StringBuilder();
        EntityFiles sources = comparison.sources();
        ChangeOrigins origins = comparison.origins();
        for (Operation operation : comparison.up()) {
            String origin =
                    origins.of(operation).map(where -> " (" + where + ")").orElse("");
            String place = origins.place(operation, sources)
                    .map(at -> "file=" + property(at.file()) + ",line=" + at.line() + ",")
                    .orElse("");
            command(commands, "error", place, "No revision for: " + operation.kind(), operation.summary() + origin);
        }
        for (Warning warning : comparison.allWarnings()) {
            String level =
                    switch (warning.level()) {
                        case INFO -> "notice";
                        case WARNING -> "warning";
                        case ERROR -> "error";
                    };
            String cure = warning.cure().isEmpty() ? "" : "\nfix: " + warning.cure();
            command(commands, level, "", warning.rule(), warning.message() + cure);
        }
        return commands.toString();
    }

    private static String property(String value) {
        return escaped(value).replace(":", "%3A").replace(",", "%2C");
    }

    private static void command(StringBuilder commands, String level, String place, String title, String message) {
        commands.append("::")
                .append(level)
                .append(' ')
                .append(place)
                .append("title=")
                .append(property(title))
                .append("::")
                .append(escaped(Harmless.lines(message.strip())))
                .append('\n');
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
