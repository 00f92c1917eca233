package dev.retort.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Time, chance and place, given from outside.
 *
 * @param clock what the time is
 * @param sleeper lets time pass
 * @param random spreads the pauses of runs that block each other
 * @param client who runs on which machine, for the history: {@code alice@build-7}
 * @param stop asks what runs here to stop
 */
public record Surroundings(Clock clock, Sleeper sleeper, RandomGenerator random, String client, StopSignal stop) {

    /** Some that nobody stops. */
    public Surroundings(Clock clock, Sleeper sleeper, RandomGenerator random, String client) {
        this(clock, sleeper, random, client, new StopSignal());
    }

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

    /** The machine's own, which nobody stops. */
    public static Surroundings ofMachine() {
        return ofMachine(new StopSignal());
    }

    /** The machine's own. */
    public static Surroundings ofMachine(StopSignal stop) {
        return new Surroundings(
                Clock.systemUTC(),
                duration -> Thread.sleep(duration.toMillis()),
                RandomGenerator.getDefault(),
                System.getProperty("user.name", "unknown") + "@" + machine(),
                stop);
    }

    /** The machine's name as its system tells it: asking the network for it can take seconds. */
    private static String machine() {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(Surroundings::systemName);
    }

    private static String systemName() {
        Path file = Path.of("/etc/hostname");
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : "localhost";
        } catch (IOException e) {
            return "localhost";
        }
    }

    /** Waits; an interrupt ends the wait, and is kept for the caller's caller; a stop ends it, too. */
    boolean pause(Duration duration) {
        if (!stop.beginPause()) {
            return false;
        }
        boolean interrupted = false;
        try {
            sleeper.sleep(duration);
        } catch (InterruptedException e) {
            interrupted = true;
            Thread.currentThread().interrupt();
        }
        return stop.endPause() && !interrupted;
    }
}
