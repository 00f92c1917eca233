package dev.retort.command.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was proved of a revision, or exactly what failed.
 *
 * @param revision its id
 * @param server where, in words
 * @param steps what was done and found good, with how long it took, in order
 * @param seeding the rows that were there; null where the proof failed before
 * @param keptColumns how many columns with rows both sides have
 * @param notes what the proof could not say, or not of every table, one sentence each
 * @param failure what failed; null for nothing
 * @param took how long all of it took
 */
public record ProofResult(
        String revision,
        String server,
        Map<ProofStep, Duration> steps,
        @Nullable Seeding seeding,
        int keptColumns,
        List<String> notes,
        @Nullable ProofFailure failure,
        Duration took) {

    public ProofResult {
        Map<ProofStep, Duration> ordered = new EnumMap<>(ProofStep.class);
        ordered.putAll(steps);
        steps = Collections.unmodifiableMap(ordered);
        notes = List.copyOf(notes);
    }

    /** The same with another account of the failure. */
    public ProofResult with(ProofFailure other) {
        return new ProofResult(revision, server, steps, seeding, keptColumns, notes, other, took);
    }

    /** The same with a note before the others. */
    public ProofResult noting(String note) {
        List<String> all = new ArrayList<>(List.of(note));
        all.addAll(notes);
        return new ProofResult(revision, server, steps, seeding, keptColumns, all, failure, took);
    }

    /** Whether nothing failed. */
    public boolean succeeded() {
        return failure == null;
    }

    /** What was proved, a line each, for people; the notes and a failure are apart. */
    public List<String> proved() {
        List<String> lines = new ArrayList<>();
        if (steps.containsKey(ProofStep.UPGRADE)) {
            lines.add("upgrade runs" + rows());
        }
        if (steps.containsKey(ProofStep.COMPARE_MODEL)) {
            lines.add("the database then equals the model");
        }
        if (steps.containsKey(ProofStep.COMPARE_BEFORE)) {
            lines.add("downgrade brings back the schema from before");
        }
        if (steps.containsKey(ProofStep.COMPARE_AGAIN)) {
            lines.add("a second upgrade gives the same schema again");
        }
        if (steps.containsKey(ProofStep.ROWS) && keptColumns > 0) {
            lines.add("the rows of " + keptColumns + (keptColumns == 1 ? " kept column" : " kept columns")
                    + " are still there");
        }
        return lines;
    }

    private String rows() {
        return seeding == null || seeding.total() == 0
                ? ""
                : " with " + seeding.total() + " rows in " + seeding.rows().size()
                        + (seeding.rows().size() == 1 ? " table" : " tables");
    }
}
