package dev.retort.runtime;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The pauses between tries: each twice as long as the one before up to the longest, spread by half so that two runs do not meet again. */
final class Pauses {

    private final RunSettings settings;
    private final RandomGenerator random;
    private int tries = 1;
    private Duration next;

    Pauses(RunSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
        this.next = settings.firstPause();
    }

    boolean hasNext() {
        return tries < settings.tries();
    }

    /** How many tries there were so far. */
    int tries() {
        return tries;
    }

    Duration next() {
        tries++;
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : doubled;
        long spread = (long) (pause.toMillis() * (0.5 + random.nextDouble()));
        return Duration.ofMillis(Math.min(spread, settings.longestPause().toMillis()));
    }
}
