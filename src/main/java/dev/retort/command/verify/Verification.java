package dev.retort.command.verify;

import java.time.Duration;
import java.util.List;

/**
 * What a verification found.
 *
 * @param steps one for each thing that was tried, in order
 * @param server what it ran on
 * @param took how long it took
 */
public record Verification(List<Step> steps, String server, Duration took) {

    /**
     * One thing that was tried.
     *
     * @param name a revision's id, or the name of a check of the whole history
     * @param what what was tried, in words
     * @param outcome how it went
     * @param detail what is wrong, a line each; empty where nothing is
     * @param took how long it took
     */
    public record Step(String name, String what, Outcome outcome, List<String> detail, Duration took) {

        public Step {
            detail = List.copyOf(detail);
        }
    }

    /** How a step went. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** It could not be tried: a downgrade that says it is impossible, a model that nobody named. */
        SKIPPED
    }

    public Verification {
        steps = List.copyOf(steps);
    }

    /** Whether nothing failed. */
    public boolean passed() {
        return steps.stream().noneMatch(step -> step.outcome() == Outcome.FAILED);
    }
}
