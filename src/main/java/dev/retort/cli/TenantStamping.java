package dev.retort.cli;

import dev.retort.UsageException;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.Times;
import dev.retort.command.Workspace;
import dev.retort.command.tenant.Outcome;
import dev.retort.command.tenant.TenantStamp;
import dev.retort.revision.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** {@code stamp} where the settings name tenants. */
final class TenantStamping {

    private final RetortCommand retort;
    private final Workspace workspace;

    TenantStamping(RetortCommand retort, Workspace workspace) {
        this.retort = retort;
        this.workspace = workspace;
    }

    private static String way(Outcome outcome) {
        return outcome.before().equals(outcome.after())
                ? TenantSummary.place(outcome.after()) + ", as before"
                : TenantSummary.place(outcome.before()) + " -> " + TenantSummary.place(outcome.after());
    }

    int run(List<String> texts, boolean purge, boolean sql, boolean yes) {
        if (sql) {
            throw new UsageException(
                    "A script is for one schema",
                    "the settings name tenants, and --sql asks no database which they are.",
                    "Leave --sql out, or print the script without tenants.");
        }
        Instant start = retort.surroundings().clock().instant();
        try (TenantStamp stamp = new TenantStamp(workspace)) {
            if (workspace.config().isProtected()
                    && !yes
                    && !new Consent(retort.surroundings(), retort.terminal())
                            .given(
                                    "This will say of every tenant that it stands at " + String.join(", ", texts) + ".",
                                    Objects.requireNonNull(workspace.config().environment()))) {
                throw stamp.notAgreed(texts);
            }
            List<Outcome> outcomes = stamp.run(texts.stream().map(Target::parse).toList(), purge);
            for (Outcome outcome : outcomes) {
                if (outcome.failure() == null) {
                    retort.terminal()
                            .line(
                                    new Part(Ink.GOOD, "stamped "),
                                    Part.plain(outcome.tenant().name() + " " + way(outcome)));
                }
            }
            TenantSummary summary = new TenantSummary(retort);
            int code = summary.failures(outcomes);
            summary.sum(
                    "stamped",
                    outcomes,
                    0,
                    outcomes.size(),
                    Times.taken(Duration.between(
                            start, retort.surroundings().clock().instant())));
            return code;
        }
    }
}
