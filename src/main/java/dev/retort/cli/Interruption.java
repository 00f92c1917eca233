package dev.retort.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/** Knows that the process is being ended from outside: the errors of what is torn down then are nobody's news. */
final class Interruption {

    /** What a shell reports for a program that Ctrl-C ended. */
    static final int CODE = 130;

    private static final AtomicBoolean HAPPENED = new AtomicBoolean();

    private Interruption() {}

    static void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> HAPPENED.set(true), "interruption"));
    }

    static boolean happened() {
        return HAPPENED.get();
    }
}
