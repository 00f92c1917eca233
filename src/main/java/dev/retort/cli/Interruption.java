package dev.retort.cli;

import dev.retort.cli.output.ErrorPrinter;
import dev.retort.cli.output.LiveLine;
import dev.retort.command.ScratchSupply;
import dev.retort.runtime.StopSignal;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows that the process is being ended from outside, by Ctrl-C or by who runs it: what changes a database is asked to stop and has a little time to roll back
 * and to say where it stands; the errors of what is torn down then are nobody's news.
 */
final class Interruption {

    /** What a shell reports for a program that Ctrl-C ended. */
    static final int CODE = 130;

    /** The exit code of a command that does not know what was done. */
    private static final int CUT_OFF = 3;

    /** So long the server may take to roll back; whoever sends a signal sends a stronger one later, such as ten seconds later. */
    private static final int SECONDS = 8;

    private static final AtomicBoolean HAPPENED = new AtomicBoolean();
    private static final AtomicReference<@Nullable Command> CURRENT = new AtomicReference<>();

    /**
     * The command that runs.
     *
     * @param stop asks it to stop
     * @param live the line to take away
     * @param errors shows an error
     * @param ended whether it has
     */
    private record Command(StopSignal stop, LiveLine live, Supplier<ErrorPrinter> errors, CountDownLatch ended) {}

    private Interruption() {}

    static void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(Interruption::end, "interruption"));
    }

    static boolean happened() {
        return HAPPENED.get();
    }

    /** A command begins. */
    static void began(StopSignal stop, LiveLine live, Supplier<ErrorPrinter> errors) {
        CURRENT.set(new Command(stop, live, errors, new CountDownLatch(1)));
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
        if (endedFromWithin()) {
            tell(command);
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

    /** Whether code of a revision, or of an entity, has called {@code System.exit}: its thread stands there until the process is gone. */
    private static boolean endedFromWithin() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit"));
    }

    /** A command that was cut off must not look like one that is done. */
    private static void tell(Command command) {
        command.live().end();
        command.errors()
                .get()
                .print(
                        "The command was ended by code that it runs",
                        "Code of a revision or of an entity called System.exit. The server rolls back what was open.",
                        "Let it throw an exception instead. See where the database stands: retort current");
        try {
            // What else is told of the end has begun meanwhile; to halt must not leave a server behind.
            boolean unused = command.ended().await(250, TimeUnit.MILLISECONDS);
            for (Thread other : Thread.getAllStackTraces().keySet()) {
                if (other.getName().equals(ScratchSupply.STOPPER)) {
                    other.join(TimeUnit.SECONDS.toMillis(SECONDS));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(CUT_OFF);
    }
}
