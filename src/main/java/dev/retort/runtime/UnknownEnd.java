package dev.retort.runtime;

import dev.retort.RefusedException;
import dev.retort.runtime.Plan.PlannedRevision;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A statement outside a transaction that was begun when the connection broke: whether it happened nobody knows but somebody who looks. Run again it might
 * happen twice.
 */
final class UnknownEnd {

    /** Statements that may run again whether they happened or not; the walk in batches goes over all rows again by contract. */
    private static final Pattern REPEATABLE = Pattern.compile(
            "(?is)\\s*(?:(?:VACUUM|ANALYZE|ANALYSE|REINDEX|REFRESH|CLUSTER|CHECKPOINT|SET|RESET|SELECT|COMMENT)\\b.*"
                    + "|DO \\$retort.*|\\w+[^'\"(]*?\\bIF\\s+(?:NOT\\s+)?EXISTS\\b.*)");

    private UnknownEnd() {}

    /**
     * Stops before a statement that may have happened.
     *
     * @param table the quoted name of the step table
     * @throws RefusedException unless the statement may run again anyway
     */
    static void refuse(PlannedRevision revision, int step, String sql, String table) {
        if (REPEATABLE.matcher(sql).matches()) {
            return;
        }
        String row =
                " WHERE revision = " + Identifiers.literal(revision.revision().id()) + " AND direction = '"
                        + revision.direction().name() + "' AND step_no = " + step + ";";
        String way = revision.direction().name().toLowerCase(Locale.ROOT);
        throw new RefusedException(
                "Revision " + revision.revision().display() + " cannot go on where it broke off",
                "It is not known whether its step " + step + " happened: an earlier " + way
                        + " lost its connection while it ran, outside a transaction: " + SqlErrors.shortened(sql, 0),
                "Look in the database. If it happened, say so in psql:\n  UPDATE " + table + " SET done_at = now()"
                        + row + "\nIf it did not:\n  DELETE FROM " + table + row
                        + "\nThen go on: retort " + way + " " + revision.target());
    }
}
