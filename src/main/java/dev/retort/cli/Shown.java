package dev.retort.cli;

import dev.retort.cli.output.Activity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Spells things for people. */
final class Shown {

    private Shown() {}

    /** A path below a folder as seen from there; any other in full. */
    static String path(Path from, Path path) {
        return path.startsWith(from) ? from.relativize(path).toString() : path.toString();
    }

    /** A number of things, such as {@code 1 difference} or {@code 2 differences}. */
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** What follows "no differences" where listeners left some as they are; nothing where they left none. */
    static String leftAlone(int differences) {
        return differences == 0
                ? ""
                : ", apart from " + count(differences, "difference")
                        + " that listeners of the application leave as they are (see -v)";
    }

    /** A duration in the unit that suits it, such as {@code 12 ms}, {@code 2.4 s} or {@code 2 min 5 s}. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis >= 60_000) {
            return Activity.elapsed(duration);
        }
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
