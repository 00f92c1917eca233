package dev.retort;

import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Stops statements at moments that a test chooses: one that calls {@code public.gate(N)} waits there while the test keeps the moment shut. So a test can end
 * a run in the middle of a statement without guessing when that is.
 */
public final class Gate implements AutoCloseable {

    private static final int SPACE = 4711;

    /** A statement's own lock timeout must not end the wait. */
    private static final String FUNCTION =
            "CREATE OR REPLACE FUNCTION public.gate(moment int) RETURNS int LANGUAGE plpgsql IMMUTABLE"
                    + " SET lock_timeout = 0 AS $$ BEGIN PERFORM pg_advisory_lock_shared(" + SPACE + ", moment);"
                    + " PERFORM pg_advisory_unlock_shared(" + SPACE + ", moment); RETURN moment; END $$";

    private static final String RUNS = " FROM pg_stat_activity WHERE application_name = 'retort'"
            + " AND datname = current_database() AND pid <> pg_backend_pid()";

    private final SqlSession session;

    /** A gate in a database, with its function; every moment is open. */
    public Gate(Database database) {
        this.session = SqlSession.open(database);
        session.execute(FUNCTION);
    }

    /** From now on whoever comes to the moment waits. */
    public void shut(int moment) {
        session.execute("SELECT pg_advisory_lock(" + SPACE + ", " + moment + ")");
    }

    /** Lets them go on. */
    public void open(int moment) {
        session.execute("SELECT pg_advisory_unlock(" + SPACE + ", " + moment + ")");
    }

    /** The processes that wait at a moment, once there are so many. */
    public List<Integer> await(int moment, int many) {
        return await(moment, many, () -> false);
    }

    /** As above; those that wait by then where nobody more can come. */
    public List<Integer> await(int moment, int many, BooleanSupplier hopeless) {
        while (true) {
            boolean last = hopeless.getAsBoolean();
            List<Integer> waiting = waiting(moment);
            if (waiting.size() >= many || last) {
                return waiting;
            }
            Thread.onSpinWait();
        }
    }

    /** Returns once a query has rows. */
    public void until(String query) {
        while (session.query(query).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    /** The processes of runs, the one that works last. */
    public List<Integer> runs() {
        return session.query("SELECT pid" + RUNS + " ORDER BY backend_start").stream()
                .map(row -> (int) row.number("pid"))
                .toList();
    }

    /** Returns once all of them have ended. */
    public void untilNoneRuns() {
        until("SELECT 1 WHERE NOT EXISTS (SELECT" + RUNS + ")");
    }

    /** Ends a process of the server, as an administrator does. */
    public void terminate(int process) {
        session.execute("SELECT pg_terminate_backend(" + process + ")");
    }

    private List<Integer> waiting(int moment) {
        return session
                .query("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND classid = " + SPACE
                        + " AND objid = " + moment
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .stream()
                .map(row -> (int) row.number("pid"))
                .toList();
    }

    @Override
    public void close() {
        session.close();
    }
}
