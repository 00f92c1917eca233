package dev.retort.runtime;

import dev.retort.revision.Applied;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.HistoryTable.LastApplied;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A revision whose file says something else than when it was applied.
 *
 * @param revision as its file is now
 * @param last when it was applied, and by whom
 */
public record Edited(RevisionInfo revision, LastApplied last) {

    /** The edited ones among the applied revisions, in the order of the graph. Checksums of different kinds say nothing of each other. */
    static List<Edited> among(RevisionLoader loader, Collection<String> rows, Map<String, LastApplied> last) {
        RevisionGraph graph = loader.graph();
        List<Edited> edited = new ArrayList<>();
        if (last.isEmpty() || !rows.stream().allMatch(graph::contains)) {
            return edited;
        }
        Applied applied = graph.applied(rows);
        for (RevisionInfo revision : graph.all()) {
            LastApplied then = last.get(revision.id());
            if (then != null && then.checksum() != null && applied.contains(revision.id())) {
                String now = loader.checksum(revision);
                if (kind(now).equals(kind(then.checksum())) && !now.equals(then.checksum())) {
                    edited.add(new Edited(revision, then));
                }
            }
        }
        return edited;
    }

    /** What is wrong, as a sentence. */
    public String story() {
        return "Revision " + revision.display() + " was edited after it was applied here (" + last.at() + ", by "
                + last.by() + "): what this database has may not be what " + revision.location() + " says.";
    }

    /** What to do about it. */
    public String cure() {
        return "Put the file back and write a new revision for the change. Where the database is right as it is, take the"
                + " files as they are: retort stamp REV, where REV is what retort current says.";
    }

    private static String kind(String checksum) {
        return checksum.substring(0, Math.max(0, checksum.indexOf(':')));
    }
}
