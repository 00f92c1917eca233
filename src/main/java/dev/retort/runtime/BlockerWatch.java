package dev.retort.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Looks, shortly before a statement's wait for a lock ends, at who holds it: afterwards the server no longer knows. It looks from another connection, as
 * the waiting one is busy.
 */
final class BlockerWatch implements AutoCloseable {

    private static final double SHARE = 0.8;

    private final Connection lookout;
    private final int waiting;
    private final Duration patience;
    private @Nullable ScheduledExecutorService threads;
    private @Nullable Future<?> look;
    private volatile String seen = "";

    /**
     * A watch over the statements of one session.
     *
     * @param lookout a connection that nobody else uses while a statement runs
     * @param waits the session that runs them
     * @param lockTimeout how long each may wait; zero for ever, and then nobody looks
     */
    BlockerWatch(Connection lookout, Connection waits, Duration lockTimeout) throws SQLException {
        this.lookout = lookout;
        this.waiting = waits.unwrap(PGConnection.class).getBackendPID();
        this.patience = lockTimeout;
    }

    /** A statement begins. */
    void begin() {
        seen = "";
        if (patience.isZero()) {
            return;
        }
        ScheduledExecutorService known = threads;
        if (known == null) {
            known = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "retort-blockers");
                thread.setDaemon(true);
                return thread;
            });
            threads = known;
        }
        look = known.schedule(this::look, (long) (patience.toMillis() * SHARE), TimeUnit.MILLISECONDS);
    }

    /** The statement has ended, well or not; a look that is under way is waited for, as the connection may be wanted. */
    void end() {
        Future<?> pending = look;
        look = null;
        if (pending != null && !pending.cancel(false)) {
            try {
                pending.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.CancellationException e) {
                log(e);
            }
        }
    }

    /** Who was in the way of the last statement, one a line; empty where nobody was seen. */
    String seen() {
        return seen;
    }

    @Override
    public void close() {
        ScheduledExecutorService known = threads;
        if (known != null) {
            known.shutdownNow();
        }
    }

    private void look() {
        try (PreparedStatement statement = lookout.prepareStatement(
                "SELECT pid, application_name, usename, date_trunc('second', now() - xact_start), state, left(query, 120)"
                        + " FROM pg_stat_activity WHERE pid = ANY (pg_blocking_pids(?)) ORDER BY xact_start, pid")) {
            statement.setInt(1, waiting);
            StringBuilder lines = new StringBuilder();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    lines.append(OpenTransactions.line(result));
                }
            }
            seen = lines.toString();
        } catch (SQLException e) {
            log(e);
        }
    }

    private static void log(Exception e) {
        System.getLogger(BlockerWatch.class.getName())
                .log(System.Logger.Level.DEBUG, "Cannot see who is in the way", e);
    }
}
