package dev.retort.runtime;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Time and chance, given from outside.
 *
 * @param clock what the time is
 * @param sleeper lets time pass
 * @param random spreads the pauses of runs that block each other
 */
public record Surroundings(Clock clock, Sleeper sleeper, RandomGenerator random) {

    /** Lets time pass. */
    @FunctionalInterface
    public interface Sleeper {

        /**
         * Waits.
         *
         * @throws InterruptedException if the thread is interrupted meanwhile
         */
        void sleep(Duration duration) throws InterruptedException;
    }

    /** The machine's own. */
    public static Surroundings ofMachine() {
        return new Surroundings(
                Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()), RandomGenerator.getDefault());
    }

    /** Waits; an interrupt ends the wait, and is kept for the caller's caller. */
    boolean pause(Duration duration) {
        try {
            sleeper.sleep(duration);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
