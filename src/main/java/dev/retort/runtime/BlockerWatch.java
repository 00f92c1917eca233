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
 * Looks, while a statement may be waiting for a lock, at who holds it: afterwards the server no longer knows. It looks several times within the wait, since
 * on a busy machine the last look may come too late. It looks from another connection, as the waiting one is busy, and on a thread that ticks by itself, so
 * that a statement which is over at once costs nothing.
 */
final class BlockerWatch implements AutoCloseable {

    /** Most statements are over before it. */
    private static final long LONGEST_TICK_MILLIS = 50;

    private static final long SHORTEST_TICK_MILLIS = 2;

    /** A wait is looked at after each such part of it. */
    private static final int PARTS = 5;

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Connection lookout;
    private final int waiting;
    private final ScheduledExecutorService ticks;
    private @Nullable Watched watched;
    private String seen = "";

    /** A statement that runs, and when to look at it next, in nanoseconds of {@link System#nanoTime}. */
    private static final class Watched {

        private final boolean forEver;
        private final long interval;
        private final Consumer<String> blocked;
        private long next;
        private Set<Integer> processes = Set.of();

        Watched(Duration patience, Consumer<String> blocked) {
            this.forEver = patience.isZero();
            this.blocked = blocked;
            this.interval = forEver ? INTERVAL.toNanos() : patience.toNanos() / PARTS;
            this.next = System.nanoTime() + interval;
        }
    }

    /**
     * A watch over the statements of one session.
     *
     * @param lookout a connection that nobody else uses while a statement runs
     * @param waits the session that runs them
     * @param patience how long most of them may wait for a lock; zero for ever
     */
    BlockerWatch(Connection lookout, Connection waits, Duration patience) throws SQLException {
        this.lookout = lookout;
        this.waiting = waits.unwrap(PGConnection.class).getBackendPID();
        this.ticks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "retort-blockers");
            thread.setDaemon(true);
            return thread;
        });
        long tick = patience.isZero()
                ? LONGEST_TICK_MILLIS
                : Math.max(SHORTEST_TICK_MILLIS, Math.min(LONGEST_TICK_MILLIS, patience.toMillis() / (2 * PARTS)));
        ScheduledFuture<?> unused = ticks.scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.MILLISECONDS);
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
        statement.next = System.nanoTime() + statement.interval;
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
            if (!found.isEmpty()) {
                // Nobody may also mean that the wait ended while we looked: who was seen before is still the one.
                seen = lines.toString();
            }
            return found;
        }
    }
}
