package dev.retort.runtime;

import dev.retort.RetortException;
import dev.retort.migration.Direction;
import dev.retort.migration.IrreversibleRevisionException;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.Sink;
import dev.retort.revision.RevisionInfo;

/** Hears what one way of a revision says without running it; its code is not ours, so whatever it throws is told as a fault of its file. */
public final class Hearing {

    private Hearing() {}

    /**
     * Hears a revision from its beginning to its end.
     *
     * @throws NeedsDatabaseException if it asks the database; the sink has heard what came before
     * @throws IrreversibleRevisionException if it says that there is no way
     * @throws RetortException if it does not compile, or its code fails: which revision, where in its file, and why
     */
    @SuppressWarnings(
            "CatchingUnchecked") // languages and tools beside Java throw checked exceptions that nobody declares
    public static void hear(RevisionInfo revision, Direction direction, RevisionLoader loader, Sink sink) {
        var migration = loader.load(revision);
        try {
            direction.run(migration, sink);
        } catch (NeedsDatabaseException | IrreversibleRevisionException e) {
            throw e;
        } catch (Throwable e) {
            throw RunFailure.inCode(revision, direction, e);
        }
    }
}
