package dev.retort.command.run;

import dev.retort.ProofException;
import dev.retort.database.Database;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.HalfDone;
import dev.retort.runtime.Standing;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A database that is compared with the model must stand where the revisions end, or their differences would be told as the model's. */
public final class UpToDate {

    private UpToDate() {}

    /**
     * Makes sure of it.
     *
     * @throws ProofException if a revision is not applied
     * @throws dev.retort.RevisionException if the database names a revision that no file has
     */
    public static void require(Database database, RevisionGraph graph) {
        Standing standing = Runs.standing(database);
        Collection<String> rows = standing.rows();
        if (!standing.halfDone().isEmpty()) {
            HalfDone left = standing.halfDone().get(0);
            throw new ProofException(
                    "Target database is not up to date: revision " + left.revision() + " is half done",
                    left.story(),
                    left.cure(graph));
        }
        if (graph.applied(rows).isComplete()) {
            return;
        }
        List<RevisionInfo> heads = graph.heads();
        String head = heads.size() > 1 ? "heads" : "head";
        String current = rows.isEmpty() ? "no revision" : String.join(", ", rows);
        throw new ProofException(
                "Target database is not up to date",
                database.display() + " stands at " + current + "; the revisions lead to "
                        + heads.stream().map(RevisionInfo::display).collect(Collectors.joining(", ")) + ".",
                "Run: retort upgrade " + head + otherwise(standing, head));
    }

    /** Where the revisions need not run, as what they make is there: it is looked at, and said. */
    private static String otherwise(Standing standing, String head) {
        String look = "see that nothing parts them: retort drift " + head + "\nthen say so: retort stamp " + head;
        if (!standing.synced().isEmpty()) {
            return "\nretort sync brought the database ahead of what it is stamped with. If the revisions hold that now, "
                    + look;
        }
        return standing.rows().isEmpty()
                ? "\nIf the database holds what they make already, made by Hibernate or by hand, " + look
                : "";
    }
}
