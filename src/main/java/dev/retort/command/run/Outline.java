package dev.retort.command.run;

import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Operation;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.runtime.RevisionLoader;
import java.util.List;

/**
 * What a revision will do, told without a database.
 *
 * @param operations its operations, in order
 * @param more whether it asks the database, so that the rest is known when it runs
 */
public record Outline(List<Operation> operations, boolean more) {

    public Outline {
        operations = List.copyOf(operations);
    }

    /**
     * Hears one way of a revision.
     *
     * @throws dev.retort.RevisionException if the revision does not compile
     */
    static Outline of(PlannedRevision step, RevisionLoader loader) {
        RecordingOperations recording = new RecordingOperations();
        try {
            step.direction().run(loader.load(step.revision()), recording);
            return new Outline(recording.operations(), false);
        } catch (NeedsDatabaseException e) {
            return new Outline(recording.operations(), true);
        }
    }
}
