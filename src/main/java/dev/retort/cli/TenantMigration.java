package dev.retort.cli;

import dev.retort.UsageException;
import dev.retort.cli.output.Activity;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.ProgressStyle;
import dev.retort.cli.output.Terminal;
import dev.retort.cli.output.Times;
import dev.retort.command.Workspace;
import dev.retort.command.tenant.Outcome;
import dev.retort.command.tenant.TenantMigrate;
import dev.retort.command.tenant.TenantMigrate.Planned;
import dev.retort.migration.Direction;
import dev.retort.revision.Target;
import dev.retort.runtime.DeployPhase;
import dev.retort.runtime.Plan;
import dev.retort.runtime.RunSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code upgrade} and {@code downgrade} where the settings name tenants. */
final class TenantMigration {

    private final RetortCommand retort;
    private final Workspace workspace;
    private final Direction direction;
    private final Choices choices;

    /**
     * What was said on the command line.
     *
     * @param phase the part of the way that runs; null for all of it
     * @param sql whether a script is wanted, which there is none of
     * @param plan whether to print what would run, and change nothing
     * @param yes whether every confirmation is answered
     * @param failFast whether the first failure keeps further tenants from being begun
     */
    record Choices(@Nullable DeployPhase phase, boolean sql, boolean plan, boolean yes, boolean failFast) {}

    TenantMigration(RetortCommand retort, Workspace workspace, Direction direction, Choices choices) {
        this.retort = retort;
        this.workspace = workspace;
        this.direction = direction;
        this.choices = choices;
    }

    int run(String text, RunSettings settings) {
        if (choices.sql()) {
            throw new UsageException(
                    "A script is for one schema",
                    "the settings name tenants, and --sql asks no database which they are.",
                    "Print it without them, and change the schema in it for each tenant: SET search_path = public at its beginning,"
                            + " and public before its own tables. Or run it: retort "
                            + word() + " " + text.replaceFirst(".*:", ""));
        }
        Target target = Target.parse(text);
        Instant start = retort.surroundings().clock().instant();
        try (TenantMigrate migrate = new TenantMigrate(workspace, direction, choices.phase())) {
            List<Planned> planned = migrate.preview(target);
            Plan all = migrate.union(planned);
            boolean asks = migrate.wantsConsent(planned);
            if (choices.plan() || (asks && (workspace.config().isProtected() || !choices.yes()))) {
                show(planned);
            }
            if (choices.plan()) {
                return failed(planned);
            }
            migrate.openErrors(all).forEach(error -> terminal()
                    .remark(
                            new Part(Ink.WARNING, "warning "),
                            Part.plain(error.rule() + ": " + error.message() + ".")));
            int moving =
                    (int) planned.stream().filter(one -> !one.plan().isEmpty()).count();
            if (asks && !choices.yes() && !agreed(moving)) {
                throw migrate.notAgreed(moving, target);
            }
            return run(migrate, planned, target, settings, start);
        }
    }

    private int run(TenantMigrate migrate, List<Planned> planned, Target target, RunSettings settings, Instant start) {
        int thereAlready = (int) planned.stream()
                .filter(one -> one.found().failure() == null && one.plan().isEmpty())
                .count();
        List<Outcome> outcomes;
        try (Activity activity = retort.activity()) {
            TenantBoard board = board(activity, planned.size() - thereAlready);
            outcomes = migrate.run(planned, target, settings, choices.failFast(), board::listener, board::ended);
        }
        TenantSummary summary = target.fromCurrent() ? TenantSummary.ofCounted(retort) : new TenantSummary(retort);
        int code = summary.failures(outcomes);
        // Another run may have been there in the meantime.
        List<Outcome> moved =
                outcomes.stream().filter(outcome -> !outcome.isUnchanged()).toList();
        summary.sum(
                word() + "d",
                moved,
                thereAlready + outcomes.size() - moved.size(),
                planned.size(),
                Times.taken(
                        Duration.between(start, retort.surroundings().clock().instant())));
        return code;
    }

    private TenantBoard board(Activity activity, int total) {
        boolean live = Terminals.progress(retort.surroundings(), workspace.config()) == ProgressStyle.IN_PLACE;
        return new TenantBoard(
                terminal(),
                tenant -> TenantNames.of(List.of(tenant)).errors(retort),
                activity,
                live,
                word(),
                total,
                retort.surroundings().clock());
    }

    /** Tenants with the same plan together, as most have. */
    private void show(List<Planned> planned) {
        Map<String, List<Planned>> same = new LinkedHashMap<>();
        for (Planned one : planned) {
            if (!one.plan().isEmpty()) {
                String way = TenantSummary.place(one.found().rows()) + ": "
                        + String.join(
                                ", ",
                                one.plan().revisions().stream()
                                        .map(revision -> revision.id())
                                        .toList());
                same.computeIfAbsent(way, text -> new ArrayList<>()).add(one);
            }
        }
        same.forEach((way, together) -> {
            terminal()
                    .line(
                            new Part(Ink.FAINT, "would " + word() + " "),
                            Part.plain(Shown.count(together.size(), "tenant") + " from " + way));
            terminal()
                    .line("  "
                            + TenantNames.of(together.stream()
                                    .map(one -> one.found().tenant())
                                    .toList()));
        });
        if (same.isEmpty()) {
            terminal().remark("Nothing to do: every tenant that could be asked stands there.");
        }
    }

    /** What a plan alone can fail with. */
    private int failed(List<Planned> planned) {
        return new TenantSummary(retort)
                .failures(planned.stream()
                        .map(Planned::found)
                        .filter(found -> found.failure() != null)
                        .map(Outcome::unmoved)
                        .toList());
    }

    private boolean agreed(int moving) {
        return new Consent(retort.surroundings(), terminal())
                .given(
                        "This will " + word() + " " + Shown.count(moving, "tenant") + ".",
                        workspace.config().isProtected()
                                ? Objects.requireNonNull(workspace.config().environment())
                                : "");
    }

    private Terminal terminal() {
        return retort.terminal();
    }

    private String word() {
        return direction == Direction.UPGRADE ? "upgrade" : "downgrade";
    }
}
