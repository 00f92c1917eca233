package dev.retort.runtime;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * Asks runs to stop: the statements that run are cancelled in the server, pauses end, and nothing further begins. What was open is rolled back by the run
 * itself, so that its locks are free at once. Safe for use by several threads.
 */
public final class StopSignal {

    private final Set<PGConnection> busy = new HashSet<>();
    private final Set<Thread> pausing = new HashSet<>();
    private boolean requested;
    private boolean concerns;

    /** A signal that nobody has given yet. */
    public StopSignal() {}

    /** Asks; to be called again until the runs have ended, as a statement may be about to begin. */
    public synchronized void request() {
        requested = true;
        pausing.forEach(Thread::interrupt);
        for (PGConnection connection : busy) {
            try {
                connection.cancelQuery();
            } catch (SQLException e) {
                System.getLogger(StopSignal.class.getName())
                        .log(System.Logger.Level.DEBUG, "The server was not reached to cancel a statement", e);
            }
        }
    }

    /** Whether a run that can be stopped has begun. */
    public synchronized boolean concerns() {
        return concerns;
    }

    /** A run begins, which hears of a request. */
    synchronized void heard() {
        concerns = true;
    }

    /** Whether somebody has asked. */
    public synchronized boolean requested() {
        return requested;
    }

    /** A statement is about to run that may be cancelled; false where nothing may begin any more. */
    synchronized boolean begin(PGConnection connection) {
        if (!requested) {
            busy.add(connection);
        }
        return !requested;
    }

    /** The statement has ended, well or not: what the run does to clean up is not cancelled. */
    synchronized void end(PGConnection connection) {
        busy.remove(connection);
    }

    /** A pause is about to begin on this thread; false where it need not. */
    synchronized boolean beginPause() {
        if (!requested) {
            pausing.add(Thread.currentThread());
        }
        return !requested;
    }

    /** The pause has ended; returns whether it ended by itself. */
    synchronized boolean endPause() {
        pausing.remove(Thread.currentThread());
        if (requested) {
            // Ours, and no one else's: what follows has to talk to the server.
            boolean unused = Thread.interrupted();
        }
        return !requested;
    }
}
