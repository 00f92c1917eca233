package dev.retort.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Work done in the background while the command does something else.
 *
 * @param <T> what it gives
 */
public final class Later<T> {

    private final CompletableFuture<T> future;

    private Later(CompletableFuture<T> future) {
        this.future = future;
    }

    /** Begins the work in a thread of its own. */
    public static <T> Later<T> of(String name, Supplier<T> work) {
        return new Later<>(CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        }));
    }

    /** The result, waited for; or the exception that the work threw, as it was. */
    public T get() {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Waits for the end of the work, whatever it is. */
    public void await() {
        future.handle((result, failure) -> true).join();
    }

    /** Whether the work has ended with a result. */
    public boolean succeeded() {
        return future.isDone() && !future.isCompletedExceptionally();
    }
}
