package dev.retort.cli;

import dev.retort.cli.output.Harmless;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.Terminal;
import dev.retort.command.tenant.Outcome;
import dev.retort.command.tenant.Tenant;
import dev.retort.runtime.Edited;
import dev.retort.runtime.Plan;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.RunResult;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows how far the runs of many tenants are: on a terminal one line that is written over, with a line above it for what went wrong; elsewhere a line for
 * each tenant as it ends. Heard from several threads.
 */
final class TenantBoard implements AutoCloseable {

    /** Back to the start of the line, and empty what is there. */
    private static final String WIPE = "\r\u001b[2K";

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int BAR = 20;

    private final Terminal terminal;
    private final PrintStream line;
    private final boolean live;
    private final int width;
    private final int total;
    private final String word;
    private final Clock clock;
    private final Instant start;
    private final Map<String, String> running = new LinkedHashMap<>();
    private final Set<String> edited = new HashSet<>();
    private Instant drawn = Instant.MIN;
    private int done;
    private int failed;

    /**
     * A board.
     *
     * @param line where the line that is written over goes
     * @param live whether there is one
     * @param width how many columns it may fill
     * @param word {@code upgrade} or {@code downgrade}
     * @param total for how many tenants something runs
     */
    TenantBoard(Terminal terminal, PrintStream line, boolean live, int width, String word, int total, Clock clock) {
        this.terminal = terminal;
        this.line = line;
        this.live = live;
        this.width = width;
        this.word = word;
        this.total = total;
        this.clock = clock;
        this.start = clock.instant();
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
                revisions.forEach(one -> say(() -> told(one)));
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
                    say(() -> terminal.detail(tenant.name() + ":   " + sql + "  (" + Shown.duration(took) + ")"));
                }
            }

            @Override
            public void retrying(Plan.PlannedRevision revision, int step, String why, Duration pause) {
                say(() -> terminal.remark(tenant.name() + ": trying "
                        + revision.revision().id() + " again in " + Shown.duration(pause) + ": " + why));
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
            Duration took =
                    outcome.ran().stream().map(RunResult.Ran::took).reduce(Duration.ZERO, Duration::plus);
            say(() -> terminal.did(
                    new Part(Ink.GOOD, word + " "),
                    Part.plain(outcome.tenant().name() + " " + TenantSummary.place(outcome.before()) + " -> "
                            + TenantSummary.place(outcome.after())),
                    new Part(Ink.FAINT, "  (" + Shown.duration(took) + ")")));
        } else {
            draw(false);
        }
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        wipe();
    }

    private synchronized void runs(Tenant tenant, String what) {
        running.put(tenant.name(), what);
        draw(false);
    }

    private void told(Edited one) {
        if (edited.add(one.revision().id())) {
            terminal.remark(new Part(Ink.WARNING, "edited "), Part.plain(one.story() + " " + one.cure()));
        }
    }

    private synchronized void say(Runnable words) {
        wipe();
        words.run();
        draw(true);
    }

    private void wipe() {
        if (live) {
            line.print(WIPE);
            line.flush();
        }
    }

    private void draw(boolean now) {
        Instant instant = clock.instant();
        if (!live || (!now && Duration.between(drawn, instant).compareTo(BETWEEN) < 0)) {
            return;
        }
        drawn = instant;
        String text = text(Duration.between(start, instant));
        line.print(WIPE + (text.length() < width ? text : text.substring(0, Math.max(0, width - 2)) + "…"));
        line.flush();
    }

    private String text(Duration since) {
        int filled = total == 0 ? BAR : done * BAR / total;
        String left = done == 0 || done == total
                ? ""
                : ", about " + Shown.duration(Duration.ofSeconds(Math.max(1, since.toSeconds() * (total - done) / done)))
                        + " left";
        String now = running.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
        return "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + done + " of " + total
                + (failed == 0 ? "" : ", " + failed + " failed") + left
                + (now.isEmpty() ? "" : ": " + Harmless.line(now));
    }
}
