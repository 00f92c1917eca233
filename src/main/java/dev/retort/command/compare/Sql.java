package dev.retort.command.compare;

import dev.retort.operation.Operation;
import dev.retort.runtime.PsqlText;
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

    /**
     * The statements of operations as a script that psql reads as they are: each ended by a semicolon and a line break.
     *
     * @param of what they are of, for an error
     * @throws dev.retort.RevisionException if psql would take a part of one for a command of its own
     */
    public static String script(List<Operation> operations, String of) {
        StringBuilder script = new StringBuilder();
        for (Operation operation : operations) {
            of(operation).forEach(sql -> script.append(PsqlText.of(sql.stripTrailing(), of))
                    .append('\n'));
        }
        return script.toString();
    }
}
