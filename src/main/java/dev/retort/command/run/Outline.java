package dev.retort.command.run;

import dev.retort.migration.Migration;
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
 * @param more whether it asks the database, or fails without one, so that the rest is known when it runs
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
        Migration migration = loader.load(step.revision());
        RecordingOperations recording = new RecordingOperations();
        try {
            step.direction().run(migration, recording);
            return new Outline(recording.operations(), false);
        } catch (NeedsDatabaseException e) {
            return new Outline(recording.operations(), true);
        } catch (RuntimeException e) {
            // Its own code fails, perhaps for want of what it asks: the run says so, with the place and what was kept.
            System.getLogger(Outline.class.getName())
                    .log(
                            System.Logger.Level.DEBUG,
                            "Revision " + step.revision().id() + " cannot be told without a database",
                            e);
            return new Outline(recording.operations(), true);
        }
    }
}
