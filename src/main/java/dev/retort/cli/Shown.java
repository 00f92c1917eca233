package dev.retort.cli;

import java.nio.file.Path;

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
}
