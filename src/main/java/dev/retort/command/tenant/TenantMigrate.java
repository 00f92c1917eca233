package dev.retort.command.tenant;

import dev.retort.RefusedException;
import dev.retort.RetortException;
import dev.retort.command.Workspace;
import dev.retort.command.run.Migrate;
import dev.retort.database.Database;
import dev.retort.migration.Direction;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import dev.retort.runtime.DeployPhase;
import dev.retort.runtime.HalfDone;
import dev.retort.runtime.Irreversibles;
import dev.retort.runtime.Plan;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.runtime.RevisionLoader;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.RunSettings;
import dev.retort.runtime.Runner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Moves every tenant up or down. */
public final class TenantMigrate implements AutoCloseable {

    private final Workspace workspace;
    private final Direction direction;
    private final @Nullable DeployPhase phase;
    private final Tenants tenants;
    private final RevisionLoader revisions;

    /**
     * What would run for one tenant.
     *
     * @param plan the revisions; empty where it is there already, or where {@link Found#failure} says why it cannot be
     */
    public record Planned(Found found, Plan plan) {}

    /**
     * Moves the tenants of a workspace.
     *
     * @param phase the part of the way that runs; null for all of it
     */
    public TenantMigrate(Workspace workspace, Direction direction, @Nullable DeployPhase phase) {
        this.workspace = workspace;
        this.phase = phase;
        this.direction = direction;
        this.tenants = new Tenants(workspace);
        this.revisions = new SharedRevisions(workspace.revisions());
    }

    /**
     * What would run, without a lock; the revisions are compiled and looked at once for all tenants.
     *
     * @throws RetortException if a revision cannot run for each tenant, or no tenant can be found
     */
    public List<Planned> preview(Target target) {
        Map<SortedSet<String>, Plan> plans = new HashMap<>();
        List<Planned> planned = new ArrayList<>();
        for (Found found : tenants.find(direction == Direction.UPGRADE ? "upgrade" : "downgrade")) {
            if (found.failure() != null) {
                planned.add(new Planned(found, new Plan(List.of())));
                continue;
            }
            try {
                Plan plan = plans.get(found.rows());
                if (plan == null) {
                    plan = planner(target).plan(revisions.graph(), found.rows());
                    plans.put(found.rows(), plan);
                }
                HalfDone.refuse(plan, found.standing().halfDone(), revisions.graph());
                planned.add(new Planned(found, plan));
            } catch (RetortException e) {
                planned.add(new Planned(Found.failed(found.tenant(), e), new Plan(List.of())));
            }
        }
        Plan all = union(planned);
        revisions.prepare(all.revisions());
        new Irreversibles(revisions).refuse(all);
        if (workspace.config().namesTenantSchemas()) {
            all.steps().forEach(step -> OtherSchemas.refuse(step, revisions));
        }
        return planned;
    }

    /** Every revision that runs for at least one tenant. */
    public Plan union(List<Planned> planned) {
        Map<String, PlannedRevision> all = new LinkedHashMap<>();
        planned.forEach(one ->
                one.plan().steps().forEach(step -> all.put(step.revision().id(), step)));
        List<PlannedRevision> steps = new ArrayList<>();
        for (RevisionInfo revision : revisions.graph().all()) {
            PlannedRevision step = all.get(revision.id());
            if (step != null) {
                steps.add(step);
            }
        }
        return new Plan(steps);
    }

    /**
     * Whether somebody has to agree first: always on a protected environment, always on the way down, and on the way up where a tenant's tables, columns or
     * rows go. They are not counted for so many.
     */
    public boolean wantsConsent(List<Planned> planned) {
        Map<Plan, Map<Database, List<String>>> plans = new LinkedHashMap<>();
        for (Planned one : planned) {
            Tenant tenant = one.found().tenant();
            if (!one.plan().isEmpty()) {
                plans.computeIfAbsent(one.plan(), plan -> new LinkedHashMap<>())
                        .computeIfAbsent(tenant.database(), database -> new ArrayList<>())
                        .add(tenant.namespace());
            }
        }
        return !plans.isEmpty()
                && (workspace.config().isProtected()
                        || direction == Direction.DOWNGRADE
                        || plans.entrySet().stream()
                                .anyMatch(one -> Migrate.takesSomething(one.getKey(), revisions, one.getValue())));
    }

    /** The refusal where nobody has. */
    public RefusedException notAgreed(int number, Target target) {
        String again = Migrate.planner(direction, phase, target).again();
        return TenantConsent.refused(
                workspace,
                (direction == Direction.UPGRADE ? "upgrade of " : "downgrade of ")
                        + number
                        + (number == 1 ? " tenant" : " tenants"),
                "retort " + (direction == Direction.UPGRADE ? "upgrade " : "downgrade ")
                        + (again.isEmpty() ? target.toString() : again) + " --yes");
    }

    /** The errors in the files that nobody has acknowledged; see {@link Migrate#openErrors}. */
    public List<dev.retort.operation.Warning> openErrors(Plan plan) {
        return Migrate.openErrors(workspace, direction, plan);
    }

    /**
     * Runs for every tenant that is not where it should be.
     *
     * @param listeners hears one tenant's run, on its thread
     * @param ended hears each outcome, on any thread, one at a time
     * @return the outcomes in the order of the tenants; none for those that were not begun
     */
    public List<Outcome> run(
            List<Planned> planned,
            Target target,
            RunSettings settings,
            boolean failFast,
            Function<Tenant, RunListener> listeners,
            Ended ended) {
        List<Found> todo = planned.stream()
                .filter(one -> one.found().failure() != null || !one.plan().isEmpty())
                .map(Planned::found)
                .toList();
        return new TenantWork(
                        workspace.config().jobs(),
                        failFast,
                        workspace.surroundings().stop())
                .run(todo, found -> {
                    Outcome outcome = run(found, target, settings, listeners);
                    synchronized (ended) {
                        ended.heard(outcome);
                    }
                    return outcome;
                });
    }

    /** Hears how a tenant ended. */
    @FunctionalInterface
    public interface Ended {
        /** It has. */
        void heard(Outcome outcome);
    }

    private Outcome run(Found found, Target target, RunSettings settings, Function<Tenant, RunListener> listeners) {
        if (found.failure() != null) {
            return Outcome.failed(found, found.failure());
        }
        Tenant tenant = found.tenant();
        try {
            Runner runner = new Runner(
                    tenant.database(),
                    revisions,
                    settings.ofTenant(tenant.namespace(), workspace.config().tenantsShared()),
                    listeners.apply(tenant),
                    workspace.surroundings());
            return Outcome.of(tenant, runner.run(planner(target)));
        } catch (RuntimeException e) {
            return Outcome.failed(found, Failures.known(e));
        }
    }

    private Plan.Planner planner(Target target) {
        return Migrate.planner(direction, phase, target);
    }

    @Override
    public void close() {
        tenants.close();
    }
}
