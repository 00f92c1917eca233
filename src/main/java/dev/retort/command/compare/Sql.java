package dev.retort.command.compare;

import dev.retort.operation.Operation;
import dev.retort.sql.SqlRenderer;
import dev.retort.sql.Statement;
import java.util.List;

/** Operations as PostgreSQL statements. */
public final class Sql {

    private Sql() {}

    /** The statements of one operation, without semicolons. */
    public static List<String> of(Operation operation) {
        return SqlRenderer.render(operation).stream().map(Statement::sql).toList();
    }

    /** The statements of operations as a script: each ended by a semicolon and a line break. */
    public static String script(List<Operation> operations) {
        StringBuilder script = new StringBuilder();
        for (Operation operation : operations) {
            of(operation).forEach(sql -> script.append(ended(sql)).append('\n'));
        }
        return script.toString();
    }

    /** A comment at the end would take the semicolon with it. */
    private static String ended(String sql) {
        String text = sql.stripTrailing();
        int lastLine = text.lastIndexOf('\n') + 1;
        if (text.indexOf("--", lastLine) >= 0) {
            return text + "\n;";
        }
        return text.endsWith(";") ? text : text + ";";
    }
}
