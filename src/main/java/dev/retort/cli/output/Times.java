package dev.retort.cli.output;

import java.time.Duration;
import java.util.Locale;

/** Spells how long something took or will take. */
public final class Times {

    private static final long MINUTE_MILLIS = 60_000;

    private Times() {}

    /** A duration in the unit that suits it, such as {@code 12 ms}, {@code 2.4 s} or {@code 2 min 5 s}. */
    public static String taken(Duration time) {
        long millis = time.toMillis();
        if (millis >= MINUTE_MILLIS) {
            return whole(time);
        }
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    /** A time in full seconds, such as {@code 7 s}, {@code 2 min 5 s} or {@code 1 h 12 min}. */
    public static String whole(Duration time) {
        if (time.toMinutes() == 0) {
            return time.toSeconds() + " s";
        }
        return time.toHours() == 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
