package dev.retort.command.standin;

import dev.retort.RetortException;
import dev.retort.migration.Direction;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Operation;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.Hearing;
import dev.retort.runtime.RevisionLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * What the upgrades of all revisions say without a database.
 *
 * @param operations in the order of the revisions; of one that asks a database, those before its question
 * @param complete whether that is all that they do: no revision asks a database
 */
public record Recorded(List<Operation> operations, boolean complete) {

    private static final System.Logger LOG = System.getLogger(Recorded.class.getName());

    public Recorded {
        operations = List.copyOf(operations);
    }

    /**
     * Asks every revision of a loader.
     *
     * @throws RetortException if one does not compile or refuses
     */
    public static Recorded of(RevisionLoader loader) {
        List<Operation> operations = new ArrayList<>();
        return new Recorded(operations, record(loader, operations));
    }

    /** Asks the revisions of a loader until one fails, for whoever runs them next and is told then what is wrong with it. */
    static Recorded untilFailure(RevisionLoader loader) {
        List<Operation> operations = new ArrayList<>();
        boolean complete = false;
        try {
            complete = record(loader, operations);
        } catch (RetortException e) {
            LOG.log(System.Logger.Level.DEBUG, "a revision cannot be recorded", e);
        }
        return new Recorded(operations, complete);
    }

    private static boolean record(RevisionLoader loader, List<Operation> operations) {
        List<RevisionInfo> revisions = loader.graph().all();
        loader.prepare(revisions);
        boolean complete = true;
        for (RevisionInfo revision : revisions) {
            RecordingOperations recording = new RecordingOperations();
            try {
                Hearing.hear(revision, Direction.UPGRADE, loader, recording);
            } catch (NeedsDatabaseException e) {
                LOG.log(System.Logger.Level.DEBUG, "{0} asks the database", revision.id());
                complete = false;
            }
            operations.addAll(recording.operations());
        }
        return complete;
    }
}
