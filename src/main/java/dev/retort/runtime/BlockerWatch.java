package dev.retort.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Looks, shortly before a statement's wait for a lock ends, at who holds it: afterwards the server no longer knows. A statement that waits for ever is
 * looked at again and again. It looks from another connection, as the waiting one is busy.
 */
final class BlockerWatch implements AutoCloseable {

    private static final double SHARE = 0.8;
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Connection lookout;
    private final int waiting;
    private @Nullable ScheduledExecutorService threads;
    private @Nullable Future<?> look;

    /** Which statement is watched; a look that comes too late for its own finds another. */
    private int watched;

    private String seen = "";
    private Set<Integer> processes = Set.of();

    /**
     * A watch over the statements of one session.
     *
     * @param lookout a connection that nobody else uses while a statement runs
     * @param waits the session that runs them
     */
    BlockerWatch(Connection lookout, Connection waits) throws SQLException {
        this.lookout = lookout;
        this.waiting = waits.unwrap(PGConnection.class).getBackendPID();
    }

    /**
     * A statement begins.
     *
     * @param patience how long it may wait for a lock; zero for ever
     * @param blocked hears who is in the way of one that waits for ever, each time that it is somebody else
     */
    synchronized void begin(Duration patience, Consumer<String> blocked) {
        seen = "";
        processes = Set.of();
        int statement = ++watched;
        ScheduledExecutorService known = threads;
        if (known == null) {
            known = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "retort-blockers");
                thread.setDaemon(true);
                return thread;
            });
            threads = known;
        }
        look = patience.isZero()
                ? known.scheduleWithFixedDelay(
                        () -> look(statement, blocked), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS)
                : known.schedule(
                        () -> look(statement, who -> {}), (long) (patience.toMillis() * SHARE), TimeUnit.MILLISECONDS);
    }

    /** The statement has ended, well or not; a look that is under way is waited for, as the connection may be wanted. */
    synchronized void end() {
        watched++;
        if (look != null) {
            look.cancel(false);
        }
    }

    /** Who was in the way of the last statement, one a line; empty where nobody was seen. */
    synchronized String seen() {
        return seen;
    }

    @Override
    public synchronized void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    private synchronized void look(int statement, Consumer<String> blocked) {
        if (statement != watched) {
            return;
        }
        Set<Integer> before = processes;
        try {
            look();
        } catch (SQLException e) {
            System.getLogger(BlockerWatch.class.getName())
                    .log(System.Logger.Level.DEBUG, "Cannot see who is in the way", e);
        }
        if (!processes.isEmpty() && !processes.equals(before)) {
            blocked.accept(seen);
        }
    }

    private void look() throws SQLException {
        try (PreparedStatement statement = lookout.prepareStatement(
                "SELECT pid, application_name, usename, date_trunc('second', now() - xact_start), state, left(query, 120)"
                        + " FROM pg_stat_activity WHERE pid = ANY (pg_blocking_pids(?)) ORDER BY xact_start, pid")) {
            statement.setInt(1, waiting);
            StringBuilder lines = new StringBuilder();
            Set<Integer> found = new TreeSet<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(result.getInt(1));
                    lines.append(OpenTransactions.line(result));
                }
            }
            seen = lines.toString();
            processes = found;
        }
    }
}
