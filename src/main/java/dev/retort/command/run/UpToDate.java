package dev.retort.command.run;

import dev.retort.ProofException;
import dev.retort.database.Database;
import dev.retort.operation.ErrorRules;
import dev.retort.revision.Applied;
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
        Applied applied = graph.applied(rows);
        if (applied.isComplete()) {
            return;
        }
        List<RevisionInfo> open = graph.all().stream()
                .filter(revision -> !applied.contains(revision.id()))
                .toList();
        List<RevisionInfo> heads = graph.heads();
        String head = heads.size() > 1 ? "heads" : "head";
        String current = rows.isEmpty() ? "no revision" : String.join(", ", rows);
        throw new ProofException(
                "Target database is not up to date",
                database.display() + " stands at " + current + "; the revisions lead to "
                        + heads.stream().map(RevisionInfo::display).collect(Collectors.joining(", ")) + ".",
                ways(open, heads, head) + otherwise(standing, head));
    }

    /**
     * What to type. A file that nobody has applied and that nothing comes after may be of the same edit, written before its warning was answered: to run it
     * would be to lose what the answer keeps, so where it asks, this comes first.
     */
    private static String ways(List<RevisionInfo> open, List<RevisionInfo> heads, String head) {
        String run = "retort upgrade " + head;
        if (!heads.containsAll(open)) {
            return "Run: " + run;
        }
        String same = "here " + open.stream().map(RevisionInfo::id).collect(Collectors.joining(" and "))
                + " comes from the same edit, delete "
                + open.stream().map(RevisionInfo::location).collect(Collectors.joining(" and "))
                + " and run the command again";
        return open.stream().anyMatch(UpToDate::asks)
                ? "W" + same + ", with the option that its warning names\nElse run: " + run
                : "Run: " + run + "\nOr, w" + same;
    }

    /** Whether its proof failed, or it may hold a rename as drop and add. */
    private static boolean asks(RevisionInfo revision) {
        return revision.openWarnings().stream()
                .anyMatch(warning -> warning.startsWith(ErrorRules.PROOF_FAILED) || warning.startsWith("possible-"));
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
