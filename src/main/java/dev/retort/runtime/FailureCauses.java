package dev.retort.runtime;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What to do about a statement of a revision that the server refused, where its SQLSTATE tells the kind of cause. */
final class FailureCauses {

    /** In any other case. */
    private static final String ANY = "Correct the cause";

    private static final String ROWS =
            "Rows are in the way: change them, or write into the revision what becomes of them";

    private static final String HELD =
            "Something rests on it: where no revision made that, drop it and create it again after the run; where one did,"
                    + " write both into this revision";

    /** SQLSTATE feature_not_supported: of a column that a view, a policy or a trigger reads, with the reader in its detail. */
    private static final String NOT_SUPPORTED = "0A000";

    /** SQLSTATE read_only_sql_transaction. */
    private static final String READ_ONLY = "25006";

    private static final String WRITABLE =
            "Connect to the primary server (target_session_attrs=primary in a URL of several hosts), or see who set"
                    + " default_transaction_read_only: \\drds in psql";

    /** SQLSTATE dependent_objects_still_exist. */
    private static final String HELD_BY = "2BP01";

    /** A text or number too long or large, a text that does not convert, a null, a key without its row, a second one, a failed check. */
    private static final Set<String> ROW_STATES = Set.of("22001", "22003", "22P02", "23502", "23503", "23505", "23514");

    /** A statement that asks something of the rows that are there, and brings no values of its own. */
    private static final Pattern DEFINES =
            Pattern.compile("\\s*(ALTER\\s+TABLE|CREATE\\s+(UNIQUE\\s+)?INDEX)\\b", Pattern.CASE_INSENSITIVE);

    /** A statement that something can rest on: others are refused with the same SQLSTATE for what they ask themselves. */
    private static final Pattern CHANGES =
            Pattern.compile("\\s*ALTER\\s.*\\s(ALTER|DROP)\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private FailureCauses() {}

    /**
     * A clause that goes on with {@code , then run it again}.
     *
     * @param sql the statement that failed, null where none was running
     * @param rules the warnings of the revision's file, by rule and at times object
     */
    static String cure(SQLException error, @Nullable String sql, List<String> rules) {
        String state = String.valueOf(error.getSQLState());
        if (state.equals(NOT_SUPPORTED)
                && SqlErrors.hasDetail(error)
                && sql != null
                && CHANGES.matcher(sql).matches()) {
            return HELD;
        }
        if (HELD_BY.equals(state)) {
            return HELD;
        }
        if (READ_ONLY.equals(state)) {
            return WRITABLE;
        }
        boolean ofRows = ROW_STATES.contains(state)
                && sql != null
                && DEFINES.matcher(sql).lookingAt();
        return !ofRows ? ANY : rules.isEmpty() ? ROWS : ROWS + " (its header says what was known of them)";
    }
}
