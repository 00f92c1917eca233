package dev.retort.cli.options;

import dev.retort.runtime.RunSettings;
import dev.retort.runtime.TransactionSpan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a run waits and what its transactions span; each is also a key of the settings. */
public final class RunOptions {

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = {
                "How long a statement may wait for a lock before it is tried again: 500ms, 2s, 1m, 0 for ever; default: 2s.",
                "A concurrent index build waits for ever, as giving up would leave an invalid index."
            })
    private @Nullable Duration lockTimeout;

    @Option(
            names = "--statement-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = {
                "How long a statement may run: 30s, 5m, 0 for ever; default: 30s where it changes the catalog alone, for ever",
                "where it reads or writes rows."
            })
    private @Nullable Duration statementTimeout;

    @Option(
            names = "--lock-wait",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long to wait for another run on the database to end; default: 60s.")
    private @Nullable Duration lockWait;

    @Option(
            names = "--transaction",
            paramLabel = "revision|all",
            description = {
                "What a transaction spans: one revision (default), so that those before one that fails stay applied; or all of the",
                "run, which then happens as a whole or not at all."
            })
    private @Nullable TransactionSpan transaction;

    /** The settings, with what the command line says. */
    public RunSettings over(RunSettings configured) {
        RunSettings run = configured;
        run = lockTimeout == null ? run : run.withLockTimeout(lockTimeout);
        run = statementTimeout == null ? run : run.withStatementTimeout(statementTimeout);
        run = lockWait == null ? run : run.withLockWait(lockWait);
        return transaction == null ? run : run.withTransaction(transaction);
    }
}
