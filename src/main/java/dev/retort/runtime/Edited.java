package dev.retort.runtime;

import dev.retort.revision.Applied;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.HistoryTable.LastApplied;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A revision whose file says something else than when it was applied.
 *
 * @param revision as its file is now
 * @param last when it was applied, and by whom
 * @param faults where and why it does not compile any more, a line an error; none where it does
 * @param rows where the database stands
 */
public record Edited(RevisionInfo revision, LastApplied last, List<String> faults, List<String> rows) {

    public Edited {
        faults = List.copyOf(faults);
        rows = List.copyOf(rows);
    }

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
                    edited.add(new Edited(revision, then, loader.faults(revision), List.copyOf(rows)));
                }
            }
        }
        return edited;
    }

    /** What is wrong, of which revision; without a full stop. */
    public String what() {
        return "Revision " + revision.display() + " was edited after it was applied"
                + (faults.isEmpty() ? "" : ", and does not compile any more");
    }

    /** Why, in lines: the errors of the compiler first. */
    public String why() {
        return Stream.concat(
                        faults.stream(),
                        Stream.of("It was applied here on " + last.at().truncatedTo(ChronoUnit.SECONDS) + " by "
                                + last.by() + "; what this database has may not be what " + revision.location()
                                + " says now."))
                .collect(Collectors.joining("\n"));
    }

    /** Why, in lines, where more databases than this one have it. */
    public String whyOfMany() {
        return why().replace("It was applied here on ", "It was applied to the first of them on ")
                .replace("; what this database has may not be", "; what they have may not be");
    }

    /** What is wrong and why, as one sentence. */
    public String story() {
        return what() + " (" + last.at().truncatedTo(ChronoUnit.SECONDS) + ", by " + last.by() + ")"
                + (faults.isEmpty() ? "" : ": " + faults.get(0))
                + "; what this database has may not be what " + revision.location() + " says now";
    }

    /** What to do about it. */
    public String cure() {
        return "Put the file back, and write a new revision for the change: retort revision -m MESSAGE\n"
                + "Where the database is right as it is, "
                + (faults.isEmpty() ? "" : "correct the file and ")
                + "take the files as they are: retort stamp "
                + String.join(" ", rows);
    }

    private static String kind(String checksum) {
        return checksum.substring(0, Math.max(0, checksum.indexOf(':')));
    }
}
