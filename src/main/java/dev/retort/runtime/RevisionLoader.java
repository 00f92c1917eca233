package dev.retort.runtime;

import dev.retort.RevisionException;
import dev.retort.migration.Migration;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import java.util.Collection;
import java.util.List;

/** Where revisions come from: source files, or classes of the class path. */
public interface RevisionLoader {

    /**
     * The graph of all revisions; nothing is compiled for it.
     *
     * @throws RevisionException if a file is wrong or the graph has a fault
     */
    RevisionGraph graph();

    /**
     * Compiles what must be compiled to run these revisions, all at once.
     *
     * @throws RevisionException if one does not compile
     */
    void prepare(Collection<RevisionInfo> revisions);

    /** Where and why a revision does not compile, a line an error; empty where it does, or where that cannot be found out. */
    default List<String> faults(RevisionInfo revision) {
        return List.of();
    }

    /**
     * A revision to run.
     *
     * @throws RevisionException if it does not compile, is no revision class, or cannot be made
     */
    Migration load(RevisionInfo revision);

    /**
     * What a revision does, as a short text that differs when it does something else: the kind of the checksum, a colon and a hash. Only those of one kind
     * can be compared.
     *
     * @throws RevisionException if it cannot be read or loaded
     */
    String checksum(RevisionInfo revision);
}
