package dev.retort.runtime;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement of a revision failed; flies from the sink through the revision's code to the runner. */
final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Lock timeout, deadlock, serialization failure: what another try can cure. */
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("55P03", "40P01", "40001");

    private final int step;
    private final @Nullable String sql;
    private final SQLException error;
    private final String left;
    private final long walked;

    StepFailed(int step, @Nullable String sql, SQLException error) {
        this(step, sql, error, "", 0);
    }

    /** The commit of all revisions together failed; it is no step of any. */
    static StepFailed ofWhole(SQLException error) {
        return new StepFailed(0, null, error);
    }

    private StepFailed(int step, @Nullable String sql, SQLException error, String left, long walked) {
        super(error);
        this.step = step;
        this.sql = sql;
        this.error = error;
        this.left = left;
        this.walked = walked;
    }

    /** The same, where it could not be undone as a whole. */
    StepFailed leaving(String what) {
        return withTrace(new StepFailed(step, sql, error, what, walked));
    }

    /** The same, where batches before the one that failed are committed; they have walked over as many rows. */
    StepFailed behind(long rows) {
        return withTrace(new StepFailed(step, sql, error, left, rows));
    }

    private StepFailed withTrace(StepFailed failed) {
        failed.setStackTrace(getStackTrace());
        return failed;
    }

    /** Over how many rows the batches have walked that are committed; 0 where none is. */
    long walked() {
        return walked;
    }

    /** What it has left behind, as a sentence; empty for nothing. */
    String left() {
        return left;
    }

    /** The number of the step, from 1; 0 for the commit of all revisions together. */
    int step() {
        return step;
    }

    /** Where it failed, for a sentence. */
    String place() {
        return step == 0 ? "at the commit of all" : "in step " + step;
    }

    @Nullable
    String sql() {
        return sql;
    }

    SQLException error() {
        return error;
    }

    boolean worthAnotherTry() {
        String state = error.getSQLState();
        return state != null && WORTH_ANOTHER_TRY.contains(state);
    }
}
