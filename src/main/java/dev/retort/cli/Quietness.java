package dev.retort.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps what libraries log off the user's terminal, unless a logging configuration is given. */
final class Quietness {

    /** Held so that the level is not collected with an unreferenced logger. */
    private static final Logger ROOT = Logger.getLogger("");

    private Quietness() {}

    static void hush() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            ROOT.setLevel(Level.OFF);
        }
    }
}
