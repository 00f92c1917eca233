package dev.retort.command.config;

import dev.retort.runtime.RunSettings;
import dev.retort.runtime.TransactionSpan;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How revisions are run: time limits, patience, the span of a transaction. */
final class RunSetting {

    private final Settings settings;

    RunSetting(Settings settings) {
        this.settings = settings;
    }

    /** The settings, each from the strongest layer that has it. */
    RunSettings read() {
        RunSettings run = RunSettings.DEFAULT.withTransaction(TransactionSpan.valueOf(
                settings.choice(ConfigKey.TRANSACTION, "revision", "all").toUpperCase(Locale.ROOT)));
        Optional<Duration> lock = duration(ConfigKey.LOCK_TIMEOUT);
        run = lock.isPresent() ? run.withLockTimeout(lock.get()) : run;
        Optional<Duration> statement = duration(ConfigKey.STATEMENT_TIMEOUT);
        run = statement.isPresent() ? run.withStatementTimeout(statement.get()) : run;
        Optional<Duration> wait = duration(ConfigKey.LOCK_WAIT);
        return wait.isPresent() ? run.withLockWait(wait.get()) : run;
    }

    private Optional<Duration> duration(ConfigKey key) {
        return settings.sourced(key)
                .map(setting -> DurationSetting.parse(setting.values().get(0), setting.origin()));
    }
}
