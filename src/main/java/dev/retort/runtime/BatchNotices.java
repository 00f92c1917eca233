package dev.retort.runtime;

import dev.retort.migration.BatchBlock;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes on what a block of batches tells of its progress, while it runs: the driver gives notices as they come, to whoever asks from another thread. */
final class BatchNotices {

    private static final long PAUSE_MILLIS = 200;

    private final Statement statement;
    private final Consumer<String> listener;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable SQLWarning last;

    /** Begins to listen to a statement that is about to run. */
    BatchNotices(Statement statement, Consumer<String> listener) {
        this.statement = statement;
        this.listener = listener;
        this.thread = new Thread(this::listen, "retort-batches");
        thread.setDaemon(true);
        thread.start();
    }

    /** Passes on what is left, and ends. */
    void end() {
        end.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            pass();
        } catch (SQLException e) {
            // What the statement itself failed with is told by who runs it.
            deaf(e);
        }
    }

    private void listen() {
        try {
            while (!end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                pass();
            }
        } catch (InterruptedException | SQLException e) {
            deaf(e);
        }
    }

    private static void deaf(Exception e) {
        System.getLogger(BatchNotices.class.getName())
                .log(System.Logger.Level.DEBUG, "no longer listening to the batches", e);
    }

    private void pass() throws SQLException {
        SQLWarning known = last;
        SQLWarning warning = known == null ? statement.getWarnings() : known.getNextWarning();
        while (warning != null) {
            String text = warning.getMessage();
            if (text != null && BatchBlock.NOTICE.equals(warning.getSQLState())) {
                listener.accept(text);
            }
            last = warning;
            warning = warning.getNextWarning();
        }
    }
}
