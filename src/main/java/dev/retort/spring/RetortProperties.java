package dev.retort.spring;

import dev.retort.runtime.DeployPhase;
import dev.retort.runtime.TransactionSpan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The properties {@code retort.*}; where {@code retort.toml} has a key of that name it means the same there. A misspelt one is refused.
 *
 * @param enabled whether revisions run when the application starts
 * @param packageName {@code retort.package}: the package of the revisions, dotted; its sub-packages belong to it; where it is not stated nothing runs
 * @param target what the database is brought up to: {@code head}, an id, {@code +1} and so on, as on the command line
 * @param phase which part of the upgrade runs; null for all of it
 * @param url the database that the revisions run on; null for the application's own
 * @param user the role that the revisions run as; null for the application's own, or the URL's
 * @param password the role's password; null for {@code PGPASSWORD} and {@code .pgpass}
 * @param lockWait how long to wait for another process that runs revisions
 * @param lockTimeout how long a statement may wait for a lock before it is tried again; zero for ever
 * @param statementTimeout how long a statement may run; null where its kind says, zero for ever
 * @param transaction what one transaction spans
 */
@ConfigurationProperties(prefix = "retort", ignoreUnknownFields = false)
record RetortProperties(
        @DefaultValue("true") boolean enabled,
        @Name("package") @Nullable String packageName,
        @DefaultValue("head") String target,
        @Nullable DeployPhase phase,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable Duration lockWait,
        @Nullable Duration lockTimeout,
        @Nullable Duration statementTimeout,
        @DefaultValue("revision") TransactionSpan transaction) {

    /** Where the revisions are, and what becomes of them; no address, and no password ever. */
    @Override
    public String toString() {
        return "revisions of " + packageName + " up to " + target;
    }
}
