package dev.retort.cli;

import dev.retort.cli.output.Activity;
import dev.retort.cli.output.ErrorPrinter;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.Terminal;
import dev.retort.cli.output.Times;
import dev.retort.command.tenant.Outcome;
import dev.retort.command.tenant.Tenant;
import dev.retort.runtime.Edited;
import dev.retort.runtime.Plan;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.RunResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Shows how far the runs of many tenants are: on a terminal in one line that is written over, with a line above it for what went wrong; elsewhere with a
 * line for each tenant as it ends. Heard from several threads.
 */
final class TenantBoard {

    private static final int BAR = 20;

    private final Terminal terminal;
    private final Function<Tenant, ErrorPrinter> errors;
    private final Activity activity;
    private final boolean live;
    private final int total;
    private final String word;
    private final Clock clock;
    private final Instant start;
    private final Map<String, String> running = new LinkedHashMap<>();
    private final Set<String> edited = new HashSet<>();
    private int done;
    private int failed;

    /**
     * A board.
     *
     * @param errors shows what is to be done for one tenant, and for no other
     * @param activity shows how far it is, in a line that is written over or in lines now and then
     * @param live whether the line is written over, so that what went well needs none of its own
     * @param word {@code upgrade} or {@code downgrade}
     * @param total for how many tenants something runs
     */
    TenantBoard(
            Terminal terminal,
            Function<Tenant, ErrorPrinter> errors,
            Activity activity,
            boolean live,
            String word,
            int total,
            Clock clock) {
        this.terminal = terminal;
        this.errors = errors;
        this.activity = activity;
        this.live = live;
        this.word = word;
        this.total = total;
        this.clock = clock;
        this.start = clock.instant();
        activity.begins(text());
    }

    /** What hears the run of a tenant. */
    RunListener listener(Tenant tenant) {
        return new RunListener() {
            @Override
            public void waiting(String holder) {
                say(() -> terminal.remark(tenant.name() + ": waiting for another run: " + holder));
            }

            @Override
            public void edited(List<Edited> revisions) {
                revisions.forEach(one -> say(() -> told(tenant, one)));
            }

            @Override
            public void started(Plan.PlannedRevision revision) {
                runs(tenant, revision.revision().id());
            }

            @Override
            public void batch(Plan.PlannedRevision revision, String progress) {
                runs(tenant, revision.revision().id() + " " + progress);
            }

            @Override
            public void ran(Plan.PlannedRevision revision, int step, String sql, Duration took) {
                if (terminal.verbose()) {
                    say(() -> terminal.detail(tenant.name() + ":   " + sql + "  (" + Times.taken(took) + ")"));
                }
            }

            @Override
            public void retrying(Plan.PlannedRevision revision, int step, String why, Duration pause) {
                say(() -> terminal.remark(tenant.name() + ": trying "
                        + revision.revision().id() + " again in " + Times.taken(pause) + ": " + why));
            }
        };
    }

    /** A tenant is done, or has failed. */
    synchronized void ended(Outcome outcome) {
        done++;
        running.remove(outcome.tenant().name());
        boolean bad = outcome.failure() != null;
        failed += bad ? 1 : 0;
        if (bad) {
            say(() -> terminal.error(
                    new Part(Ink.ERROR, "failed "), Part.plain(outcome.tenant().name())));
        } else if (!live || terminal.verbose()) {
            Duration took = outcome.ran().stream().map(RunResult.Ran::took).reduce(Duration.ZERO, Duration::plus);
            say(() -> terminal.did(
                    new Part(Ink.GOOD, word + " "),
                    Part.plain(outcome.tenant().name() + " " + TenantSummary.place(outcome.before()) + " -> "
                            + TenantSummary.place(outcome.after())),
                    new Part(Ink.FAINT, "  (" + Times.taken(took) + ")")));
        }
        activity.continues(text());
    }

    private synchronized void runs(Tenant tenant, String what) {
        running.put(tenant.name(), what);
        activity.continues(text());
    }

    private void told(Tenant tenant, Edited one) {
        if (edited.add(one.revision().id())) {
            errors.apply(tenant)
                    .warn(
                            tenant.name() + ": " + one.what(),
                            one.why(),
                            one.cure() + "\nOther tenants may have it too: retort current says which");
        }
    }

    private synchronized void say(Runnable words) {
        words.run();
    }

    /** How far it is: {@code [#####---------------] 250 of 1000, 1 failed, about 40 s left: tenant_251 0003}. */
    synchronized String text() {
        Duration since = Duration.between(start, clock.instant());
        int filled = total == 0 ? BAR : done * BAR / total;
        String left = done == 0 || done == total
                ? ""
                : ", about "
                        + Times.whole(Duration.ofSeconds(Math.max(1, since.toSeconds() * (total - done) / done)))
                        + " left";
        String now = running.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
        return "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + done + " of " + total
                + (failed == 0 ? "" : ", " + failed + " failed") + left
                + (now.isEmpty() ? "" : ": " + now);
    }
}
