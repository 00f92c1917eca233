package dev.retort.command.run;

import dev.retort.RetortException;
import dev.retort.migration.IrreversibleRevisionException;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Operation;
import dev.retort.runtime.Hearing;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.runtime.RevisionLoader;
import java.util.List;

/**
 * What a revision will do, told without a database.
 *
 * @param operations its operations, in order
 * @param more whether it asks the database, so that the rest is known when it runs
 * @param fault how its own code fails where it is only heard; empty where it does not
 */
public record Outline(List<Operation> operations, boolean more, String fault) {

    public Outline {
        operations = List.copyOf(operations);
    }

    /**
     * Hears one way of a revision.
     *
     * @throws dev.retort.RevisionException if the revision does not compile
     */
    static Outline of(PlannedRevision step, RevisionLoader loader) {
        loader.load(step.revision());
        RecordingOperations recording = new RecordingOperations();
        try {
            Hearing.hear(step.revision(), step.direction(), loader, recording);
            return new Outline(recording.operations(), false, "");
        } catch (NeedsDatabaseException e) {
            return new Outline(recording.operations(), true, "");
        } catch (IrreversibleRevisionException e) {
            return new Outline(recording.operations(), false, e.failure() + ": " + e.reason());
        } catch (RetortException e) {
            // Perhaps for want of what it asks: if not, the run says so, with what was kept.
            return new Outline(
                    recording.operations(),
                    false,
                    e.failure() + ": " + e.reason().lines().findFirst().orElse(""));
        }
    }
}
