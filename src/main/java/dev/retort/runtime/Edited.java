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
import org.jspecify.annotations.Nullable;

/**
 * A revision whose file says something else than when it was applied.
 *
 * @param revision as its file is now
 * @param last when it was applied, and by whom
 * @param faults where and why it does not compile any more, a line an error; none where it does
 * @param rows where the database stands
 * @param now the revision that says what was applied, where it has got another id since; null where none does
 * @param behind whether that one follows on this one
 */
public record Edited(
        RevisionInfo revision,
        LastApplied last,
        List<String> faults,
        List<String> rows,
        @Nullable RevisionInfo now,
        boolean behind) {

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
                    RevisionInfo moved =
                            rows.contains(revision.id()) ? moved(loader, revision, then.checksum(), applied) : null;
                    edited.add(new Edited(
                            revision,
                            then,
                            loader.faults(revision),
                            List.copyOf(rows),
                            moved,
                            moved != null && graph.applied(List.of(moved.id())).contains(revision.id())));
                }
            }
        }
        return edited;
    }

    /** The revision that was not applied here and says what was, as where two people wrote one of the same id and one of them got another. */
    private static @Nullable RevisionInfo moved(
            RevisionLoader loader, RevisionInfo revision, String checksum, Applied applied) {
        return loader.graph().all().stream()
                .filter(other -> !other.id().equals(revision.id()) && !applied.contains(other.id()))
                .filter(other -> loader.checksum(other).equals(checksum))
                .findFirst()
                .orElse(null);
    }

    /** What is wrong, of which revision; without a full stop. */
    public String what() {
        if (now != null) {
            return "Revision " + revision.display() + " was never applied here: what was applied as " + revision.id()
                    + " is now " + now.display();
        }
        return "Revision " + revision.display() + " was edited after it was applied"
                + (faults.isEmpty() ? "" : ", and does not compile any more");
    }

    /** Why, in lines: the errors of the compiler first. */
    public String why() {
        if (now != null) {
            return "It was applied here on " + last.at().truncatedTo(ChronoUnit.SECONDS) + " by " + last.by()
                    + ", under the id that " + revision.location() + " has since.";
        }
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
        if (now != null) {
            return what() + " (" + last.at().truncatedTo(ChronoUnit.SECONDS) + ", by " + last.by() + ")";
        }
        return what() + " (" + last.at().truncatedTo(ChronoUnit.SECONDS) + ", by " + last.by() + ")"
                + (faults.isEmpty() ? "" : ": " + faults.get(0))
                + "; what this database has may not be what " + revision.location() + " says now";
    }

    /** What to do about it. */
    public String cure() {
        if (now != null) {
            return renumbered(now);
        }
        return "Put the file back, and write a new revision for the change: retort revision -m MESSAGE\n"
                + "Where the database is right as it is, "
                + (faults.isEmpty() ? "" : "correct the file and ")
                + "take the files as they are: retort stamp "
                + String.join(" ", rows);
    }

    /** Says under its present id what is there, so that the other one runs. */
    private String renumbered(RevisionInfo present) {
        String fresh = "retort upgrade " + revision.id();
        if (behind) {
            String before = revision.revises().isEmpty() ? "base" : String.join(" ", revision.revises());
            return "Say that " + revision.id() + " did not run: retort stamp --purge "
                    + others(List.of(before)) + "\nThen run it: " + fresh + "\nThen say that " + present.id()
                    + " is there: retort stamp " + present.id();
        }
        return "Say which it is: retort stamp --purge " + others(List.of(present.id()))
                + "\nThen run the one that takes its id: " + fresh;
    }

    /** Where the database stands, with these in the place of the revision. */
    private String others(List<String> instead) {
        return rows.stream()
                .flatMap(row -> row.equals(revision.id()) ? instead.stream() : Stream.of(row))
                .collect(Collectors.joining(" "));
    }

    private static String kind(String checksum) {
        return checksum.substring(0, Math.max(0, checksum.indexOf(':')));
    }
}
