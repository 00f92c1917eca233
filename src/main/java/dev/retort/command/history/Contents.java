package dev.retort.command.history;

import dev.retort.command.Workspace;
import dev.retort.migration.Direction;
import dev.retort.migration.IrreversibleRevisionException;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.Hearing;
import java.util.List;

/**
 * What one way of a revision says, heard without a database.
 *
 * @param operations its operations, in order
 * @param asks whether it asks the database, so that the rest is known when it runs
 * @param irreversible why it says that there is no way; empty where it does not
 */
public record Contents(List<Operation> operations, boolean asks, String irreversible) {

    public Contents {
        operations = List.copyOf(operations);
    }

    /**
     * Hears a revision.
     *
     * @throws dev.retort.RevisionException if it does not compile, or its code fails
     */
    public static Contents of(Workspace workspace, RevisionInfo revision, Direction direction) {
        RecordingOperations recording = new RecordingOperations();
        try {
            Hearing.hear(revision, direction, workspace.revisions(), recording);
            return new Contents(recording.operations(), false, "").plain();
        } catch (NeedsDatabaseException e) {
            return new Contents(recording.operations(), true, "").plain();
        } catch (IrreversibleRevisionException e) {
            return new Contents(recording.operations(), false, e.reason());
        }
    }

    /** That a way is irreversible may be said in a line of it, too. */
    private Contents plain() {
        for (Operation operation : operations) {
            if (operation instanceof Irreversible said) {
                return new Contents(
                        operations.stream().filter(other -> other != said).toList(), asks, said.reason());
            }
        }
        return this;
    }
}
