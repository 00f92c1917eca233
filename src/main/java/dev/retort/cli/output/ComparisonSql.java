package dev.retort.cli.output;

import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.Sql;
import dev.retort.operation.Warning;

/** A comparison as a script that psql runs. */
public final class ComparisonSql {

    private ComparisonSql() {}

    /** The statements of a comparison, its warnings before them as comments. */
    public static String of(Comparison comparison) {
        StringBuilder script = new StringBuilder();
        for (Warning warning : comparison.allWarnings()) {
            comment(script, warning.level().word() + " " + ComparisonText.headline(warning));
            warning.cure().lines().forEach(line -> comment(script, "  " + line));
        }
        return script.append(Sql.script(comparison.up(), "The difference")).toString();
    }

    /** On one line, as a line break would end the comment. */
    private static void comment(StringBuilder script, String text) {
        script.append("-- ").append(Harmless.line(text)).append('\n');
    }
}
