package dev.retort.runtime;

import dev.retort.RefusedException;
import dev.retort.migration.Direction;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.StepTable.StepRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A revision of several steps that an earlier run left half done.
 *
 * @param revision its id
 * @param direction the way it was run
 * @param steps how many of its steps are committed
 * @param open the step that was begun outside a transaction, and of whose end nothing is known; 0 for none
 * @param inBatches whether that step walks in batches, of which those that are committed are kept
 */
public record HalfDone(String revision, Direction direction, int steps, int open, boolean inBatches) {

    /** One that left no step open. */
    public HalfDone(String revision, Direction direction, int steps) {
        this(revision, direction, steps, 0, false);
    }

    /** The revisions that rows of the step table speak of. */
    static List<HalfDone> of(List<StepRow> rows) {
        Map<String, HalfDone> found = new LinkedHashMap<>();
        for (StepRow row : rows) {
            found.merge(
                    row.revision() + ' ' + row.direction(),
                    new HalfDone(
                            row.revision(),
                            row.direction(),
                            row.done() ? 1 : 0,
                            row.done() ? 0 : row.number(),
                            !row.done() && row.inBatches()),
                    (known, one) -> new HalfDone(
                            known.revision,
                            known.direction,
                            known.steps + one.steps,
                            Math.max(known.open, one.open),
                            known.inBatches || one.inBatches));
        }
        return new ArrayList<>(found.values());
    }

    /**
     * A revision that is half done must be finished first, the same way round.
     *
     * @throws RefusedException if a plan leaves one unfinished
     */
    public static void refuse(Plan plan, List<HalfDone> halfDone, RevisionGraph graph) {
        for (HalfDone left : halfDone) {
            if (!left.isIn(plan)) {
                throw new RefusedException(
                        left.what(),
                        left.story(),
                        left.cure(graph) + "\nOr undo its steps by hand, and forget them: retort stamp REV\n"
                                + "(REV is what retort current says)");
            }
        }
    }

    /** What is wrong, of which revision; without a full stop. */
    public String what() {
        return "Revision " + revision + " is half done";
    }

    /** What happened, as a sentence. */
    public String story() {
        if (inBatches) {
            return "An earlier " + way() + " failed or broke off in the batches of its step " + open
                    + (steps == 0 ? "" : "; the steps before it are committed")
                    + ". The batches that were done are committed too, and going on takes the next.";
        }
        String done = steps == 0 ? "" : " after its step " + steps + ", which is committed";
        return open == 0
                ? "An earlier " + way() + " failed" + done + "."
                : "An earlier " + way() + " broke off" + done + (steps == 0 ? "" : ",") + " while its step " + open
                        + " ran outside a transaction, so it is not known whether that happened; going on runs it again where that is safe, and else says what to look for.";
    }

    /** How to go on, with the command to type: it ends where the revision is done or undone, and no further. */
    public String cure(RevisionGraph graph) {
        if (direction == Direction.UPGRADE) {
            return (graph.contains(revision) ? "Finish it first: " : "Put its file back, and finish it first: ")
                    + "retort upgrade " + revision;
        }
        return graph.contains(revision)
                ? "Finish it first: retort downgrade " + WayDown.of(graph.get(revision), graph)
                : "Put its file back, and finish it first: retort downgrade " + WayDown.back(revision, 1);
    }

    private String way() {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private boolean isIn(Plan plan) {
        return plan.steps().stream()
                .anyMatch(step -> step.revision().id().equals(revision) && step.direction() == direction);
    }
}
