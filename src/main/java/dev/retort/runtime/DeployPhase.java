package dev.retort.runtime;

import dev.retort.RefusedException;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.Plan.PlannedRevision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which part of an upgrade runs, where the application's new version is deployed in the middle of it; the border is the first revision that is marked
 * {@link dev.retort.migration.AfterDeploy}.
 */
public enum DeployPhase {

    /** Stops in front of the first revision that is marked. */
    BEFORE,

    /** Goes on from the first revision that is marked; what comes before it must have run. */
    AFTER;

    /** The plans of this phase, made from those of the whole upgrade. */
    public Plan.Planner of(Plan.Planner whole) {
        return new Plan.Planner() {
            @Override
            public Plan plan(RevisionGraph graph, Collection<String> rows) {
                Plan plan = whole.plan(graph, rows);
                return DeployPhase.this == BEFORE ? before(plan) : after(plan, whole.again());
            }

            @Override
            public String again() {
                return whole.again().isEmpty() ? "" : whole.again() + " --phase " + name().toLowerCase(Locale.ROOT);
            }
        };
    }

    private static Plan before(Plan plan) {
        List<PlannedRevision> before = new ArrayList<>();
        for (PlannedRevision step : plan.steps()) {
            if (step.revision().afterDeploy()) {
                break;
            }
            before.add(step);
        }
        return new Plan(before);
    }

    private static Plan after(Plan plan, String again) {
        Plan left = before(plan);
        if (left.isEmpty()) {
            return plan;
        }
        String names = left.steps().stream().map(step -> step.revision().id()).collect(Collectors.joining(", "));
        throw new RefusedException(
                "The phase before the deployment has not run",
                names + (left.steps().size() == 1 ? " belongs to it and is" : " belong to it and are")
                        + " not applied here, so the application may run on a database that it does not expect."
                        + " Nothing was changed.",
                "Run it first: retort upgrade "
                        + (again.isEmpty()
                                ? plan.steps().get(plan.steps().size() - 1).target()
                                : again)
                        + " --phase before\nTo run all at once leave --phase out.");
    }
}
