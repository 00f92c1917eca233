package dev.retort.cli;

import java.io.PrintStream;

/** Keeps what libraries, and the user's own classes, print and log out of the results. */
final class Quietness {

    private Quietness() {}

    /**
     * Turns logging off unless a configuration is given, and sends what anybody prints to the error stream: an entity's static initialiser that prints
     * must not end up in the middle of JSON.
     */
    static void hush(PrintStream err) {
        if (System.getProperty("java.util.logging.config.file") == null
                && System.getProperty("java.util.logging.config.class") == null) {
            System.setProperty("java.util.logging.config.class", SilentLogging.class.getName());
        }
        System.setOut(err);
        System.setErr(err);
    }
}
