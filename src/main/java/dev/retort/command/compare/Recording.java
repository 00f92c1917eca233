package dev.retort.command.compare;

import dev.retort.migration.Direction;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Operation;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.RevisionLoader;
import java.util.ArrayList;
import java.util.List;

/** Asks every revision what its upgrade says, without a database. */
final class Recording {

    private static final System.Logger LOG = System.getLogger(Recording.class.getName());

    private Recording() {}

    /** The names that the upgrades made. */
    static MadeNames names(RevisionLoader loader) {
        return MadeNames.of(upgrades(loader));
    }

    /** The operations of all upgrades; of one that asks a database, those before its question. */
    static List<Operation> upgrades(RevisionLoader loader) {
        List<RevisionInfo> revisions = loader.graph().all();
        loader.prepare(revisions);
        List<Operation> operations = new ArrayList<>();
        for (RevisionInfo revision : revisions) {
            RecordingOperations recording = new RecordingOperations();
            try {
                Direction.UPGRADE.run(loader.load(revision), recording);
            } catch (NeedsDatabaseException e) {
                LOG.log(System.Logger.Level.DEBUG, "{0} asks the database", revision.id());
            }
            operations.addAll(recording.operations());
        }
        return operations;
    }
}
