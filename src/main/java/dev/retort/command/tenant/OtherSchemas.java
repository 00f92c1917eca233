package dev.retort.command.tenant;

import dev.retort.RevisionException;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.CreateCast;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.DropCast;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.runtime.Hearing;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.runtime.RevisionLoader;
import dev.retort.sql.SqlRenderer;
import dev.retort.sql.SystemNames;
import java.util.Optional;

/**
 * Refuses what cannot run once for each schema: an operation that says which schema it changes would change the same one for every tenant. What a revision
 * does after it has asked the database is not known beforehand, and SQL as it is written is not looked at.
 */
final class OtherSchemas {

    private OtherSchemas() {}

    /**
     * Looks at one revision.
     *
     * @throws RevisionException if it names a schema
     */
    static void refuse(PlannedRevision step, RevisionLoader loader) {
        RecordingOperations recording = new RecordingOperations();
        try {
            Hearing.hear(step.revision(), step.direction(), loader, recording);
        } catch (NeedsDatabaseException e) {
            // What was heard before it asked is judged all the same.
            recording.operations();
        }
        for (Operation operation : recording.operations()) {
            if (names(operation)) {
                throw new RevisionException(
                        "Revision " + step.revision().display() + " cannot run for each tenant",
                        "It says which schema it changes: " + operation.summary()
                                + ". For the second tenant that would be done already. Nothing was changed.",
                        "Leave the schema out of the names of what each tenant has. What all tenants share belongs to a project,"
                                + " or a package, of its own, which is upgraded once.");
            }
            hidden(operation).ifPresent(name -> {
                throw new RevisionException(
                        "Revision " + step.revision().display() + " cannot run for each tenant",
                        "PostgreSQL itself has something of the name " + name + ", which hides a tenant's: "
                                + operation.summary() + ". Nothing was changed.",
                        "Give it another name; or write what it does as SQL, with format('%I.%I', current_schema(), '"
                                + name + "') in a DO block.");
            });
        }
    }

    /** SQL as it is written says what it means. */
    private static Optional<String> hidden(Operation operation) {
        return operation instanceof Execute
                ? Optional.empty()
                : SqlRenderer.render(operation).stream()
                        .flatMap(statement -> SystemNames.in(statement.sql()).stream())
                        .findFirst();
    }

    private static boolean names(Operation operation) {
        if (operation instanceof CreateNamespace || operation instanceof DropNamespace) {
            return true;
        }
        boolean placeless =
                operation.object().isEmpty() || operation instanceof CreateCast || operation instanceof DropCast;
        return !placeless && !operation.object().startsWith("public.");
    }
}
