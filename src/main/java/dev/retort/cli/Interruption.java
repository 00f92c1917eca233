package dev.retort.cli;

import dev.retort.cli.output.LiveLine;
import dev.retort.runtime.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Knows that the process is being ended from outside, by Ctrl-C or by who runs it: what changes a database is asked to stop and has a little time to roll back
 * and to say where it stands; the errors of what is torn down then are nobody's news.
 */
final class Interruption {

    /** What a shell reports for a program that Ctrl-C ended. */
    static final int CODE = 130;

    /** So long the server may take to roll back; whoever sends a signal sends a stronger one later, such as ten seconds later. */
    private static final int SECONDS = 8;

    private static final AtomicBoolean HAPPENED = new AtomicBoolean();
    private static final AtomicReference<@Nullable Command> CURRENT = new AtomicReference<>();

    /**
     * The command that runs.
     *
     * @param stop asks it to stop
     * @param live the line to take away
     * @param ended whether it has
     */
    private record Command(StopSignal stop, LiveLine live, CountDownLatch ended) {}

    private Interruption() {}

    static void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(Interruption::end, "interruption"));
    }

    static boolean happened() {
        return HAPPENED.get();
    }

    /** A command begins. */
    static void began(StopSignal stop, LiveLine live) {
        CURRENT.set(new Command(stop, live, new CountDownLatch(1)));
    }

    /** It has ended, and has said what there is to say. */
    static void ended() {
        Command command = CURRENT.getAndSet(null);
        if (command != null) {
            command.ended().countDown();
        }
    }

    private static void end() {
        HAPPENED.set(true);
        Command command = CURRENT.get();
        if (command == null) {
            return;
        }
        try {
            for (int i = 0; i < SECONDS * 4; i++) {
                command.stop().request();
                if (!command.stop().concerns() || command.ended().await(250, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        command.live().end();
    }
}
