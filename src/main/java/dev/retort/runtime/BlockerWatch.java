package dev.retort.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Looks, shortly before a statement's wait for a lock ends, at who holds it: afterwards the server no longer knows. A statement that waits for ever is
 * looked at again and again. It looks from another connection, as the waiting one is busy, and on a thread that ticks by itself, so that a statement which
 * is over at once costs nothing.
 */
final class BlockerWatch implements AutoCloseable {

    private static final long TICK_MILLIS = 50;
    private static final double SHARE = 0.8;
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Connection lookout;
    private final int waiting;
    private final ScheduledExecutorService ticks;
    private @Nullable Watched watched;
    private String seen = "";

    /** A statement that runs, and when to look at it next, in nanoseconds of {@link System#nanoTime}. */
    private static final class Watched {

        private final boolean forEver;
        private final Consumer<String> blocked;
        private long next;
        private Set<Integer> processes = Set.of();

        Watched(Duration patience, Consumer<String> blocked) {
            this.forEver = patience.isZero();
            this.blocked = blocked;
            this.next = System.nanoTime() + (forEver ? INTERVAL.toNanos() : (long) (patience.toNanos() * SHARE));
        }
    }

    /**
     * A watch over the statements of one session.
     *
     * @param lookout a connection that nobody else uses while a statement runs
     * @param waits the session that runs them
     */
    BlockerWatch(Connection lookout, Connection waits) throws SQLException {
        this.lookout = lookout;
        this.waiting = waits.unwrap(PGConnection.class).getBackendPID();
        this.ticks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "retort-blockers");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> unused =
                ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * A statement begins.
     *
     * @param patience how long it may wait for a lock; zero for ever
     * @param blocked hears who is in the way of one that waits for ever, each time that it is somebody else
     */
    synchronized void begin(Duration patience, Consumer<String> blocked) {
        seen = "";
        watched = new Watched(patience, blocked);
    }

    /** The statement has ended, well or not; a look that is under way is waited for, as the connection may be wanted. */
    synchronized void end() {
        watched = null;
    }

    /** Who was in the way of the last statement, one a line; empty where nobody was seen. */
    synchronized String seen() {
        return seen;
    }

    @Override
    public synchronized void close() {
        ticks.shutdownNow();
    }

    private synchronized void tick() {
        Watched statement = watched;
        if (statement == null || System.nanoTime() - statement.next < 0) {
            return;
        }
        statement.next =
                statement.forEver ? System.nanoTime() + INTERVAL.toNanos() : System.nanoTime() + Long.MAX_VALUE / 2;
        try {
            Set<Integer> before = statement.processes;
            statement.processes = look();
            if (statement.forEver && !statement.processes.isEmpty() && !statement.processes.equals(before)) {
                statement.blocked.accept(seen);
            }
        } catch (SQLException e) {
            System.getLogger(BlockerWatch.class.getName())
                    .log(System.Logger.Level.DEBUG, "Cannot see who is in the way", e);
        }
    }

    private Set<Integer> look() throws SQLException {
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
            return found;
        }
    }
}
