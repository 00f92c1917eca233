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
 */
public record Surroundings(Clock clock, Sleeper sleeper, RandomGenerator random, String client) {

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
                Clock.systemUTC(),
                duration -> Thread.sleep(duration.toMillis()),
                RandomGenerator.getDefault(),
                System.getProperty("user.name", "unknown") + "@" + machine());
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
