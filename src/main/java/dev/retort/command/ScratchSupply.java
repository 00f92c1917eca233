package dev.retort.command;

import dev.retort.RetortException;
import dev.retort.scratch.Scratch;
import dev.retort.scratch.ScratchServer;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one scratch server of a command, started in the background while the command does something else. */
public final class ScratchSupply implements AutoCloseable {

    /** The name of the thread that stops the server where the process ends before the command does. */
    public static final String STOPPER = "scratch-stop";

    private final Supplier<String> where;
    private final Map<String, String> variables;

    /** Stops the server when the command is interrupted. */
    private final Thread hook = new Thread(this::stopAtTheEnd, STOPPER);

    private @Nullable Later<ScratchServer> server;

    ScratchSupply(Supplier<String> where, Map<String, String> variables) {
        this.where = where;
        this.variables = variables;
    }

    /** Begins to start the server, and returns at once. */
    public synchronized void start() {
        starting();
    }

    /**
     * The server, as soon as it runs.
     *
     * @throws RetortException if it does not start
     */
    public ScratchServer get() {
        return starting().get();
    }

    /** Stops the server; one that is still starting is waited for, so that none is left behind. */
    @Override
    public void close() {
        if (stop()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                log().log(System.Logger.Level.TRACE, "closed while the JVM ends");
            }
        }
    }

    private synchronized Later<ScratchServer> starting() {
        Later<ScratchServer> known = server;
        if (known == null) {
            String place = where.get();
            Runtime.getRuntime().addShutdownHook(hook);
            known = Later.of("scratch-start", () -> Scratch.open(place, ScratchSupply::id, variables));
            server = known;
        }
        return known;
    }

    private synchronized boolean stop() {
        Later<ScratchServer> known = server;
        server = null;
        if (known == null) {
            return false;
        }
        known.await();
        if (known.succeeded()) {
            known.get().close();
        }
        return true;
    }

    /** Nobody is there any more to be told by an exception. */
    private void stopAtTheEnd() {
        try {
            stop();
        } catch (RetortException e) {
            log().log(System.Logger.Level.WARNING, e.getMessage());
        }
    }

    /** Names databases that nobody else has; on a shared server that takes randomness. */
    private static String id() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    /** Got when it is needed: the JDK's logging takes longer to set up than many a command to run. */
    private static System.Logger log() {
        return System.getLogger(ScratchSupply.class.getName());
    }
}
