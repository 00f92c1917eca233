package dev.retort.command.tenant;

import dev.retort.RetortException;
import dev.retort.runtime.RunResult;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What came of one tenant.
 *
 * @param before the rows of its version table at the start
 * @param after and at the end; the same where it failed, except for what its error says was kept
 * @param ran the revisions that ran
 * @param role who it was done as, as {@link RunResult#role} has it; empty where nothing was done
 * @param failure why it failed; null where it did not
 */
public record Outcome(
        Tenant tenant,
        SortedSet<String> before,
        SortedSet<String> after,
        List<RunResult.Ran> ran,
        String role,
        @Nullable RetortException failure) {

    public Outcome {
        before = Collections.unmodifiableSortedSet(new TreeSet<>(before));
        after = Collections.unmodifiableSortedSet(new TreeSet<>(after));
        ran = List.copyOf(ran);
    }

    static Outcome of(Tenant tenant, RunResult result) {
        return new Outcome(tenant, result.before(), result.after(), result.ran(), result.role(), null);
    }

    /** A tenant that was only looked at. */
    public static Outcome unmoved(Found found) {
        return new Outcome(found.tenant(), found.rows(), found.rows(), List.of(), "", found.failure());
    }

    static Outcome failed(Found found, RetortException failure) {
        return new Outcome(found.tenant(), found.rows(), found.rows(), List.of(), "", failure);
    }

    /** Whether it was where it should be already. */
    public boolean isUnchanged() {
        return failure == null && before.equals(after);
    }
}
