package dev.retort.runtime;

import dev.retort.runtime.Plan.PlannedRevision;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;

/**
 * What a run did.
 *
 * @param ran the revisions, in order; none where there was nothing to do
 * @param before the rows of the version table at its start
 * @param after and at its end
 * @param took how long all of it took
 * @param role who it was done as: the role that logged in, and {@code in the role NAME} where the session took another; empty where nothing had to be locked
 */
public record RunResult(List<Ran> ran, SortedSet<String> before, SortedSet<String> after, Duration took, String role) {

    /**
     * One revision that ran.
     *
     * @param steps how many steps it has
     * @param resumed how many of them an earlier run had done
     * @param statements how many statements ran
     * @param took how long it took
     */
    public record Ran(PlannedRevision revision, int steps, int resumed, int statements, Duration took) {}

    public RunResult {
        ran = List.copyOf(ran);
    }
}
