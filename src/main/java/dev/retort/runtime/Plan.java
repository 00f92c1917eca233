package dev.retort.runtime;

import dev.retort.RevisionException;
import dev.retort.migration.Direction;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run will do, in order.
 *
 * @param steps the revisions and the way each is run; empty where there is nothing to do
 */
public record Plan(List<PlannedRevision> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    /**
     * One revision of a plan.
     *
     * @param target where it leads, and no further: itself on the way up, on the way down what undoes it and nothing else
     */
    public record PlannedRevision(RevisionInfo revision, Direction direction, String target) {

        /** Whether it runs this way round. */
        public boolean upgrades() {
            return direction == Direction.UPGRADE;
        }

        /** Such as {@code upgrade 0001 (first)}. */
        @Override
        public String toString() {
            return direction.name().toLowerCase(Locale.ROOT) + " " + revision.display();
        }
    }

    /** Makes the plan that fits the rows of the version table. */
    @FunctionalInterface
    public interface Planner {

        /**
         * The plan from where the database stands.
         *
         * @throws RevisionException if there is no way
         */
        Plan plan(RevisionGraph graph, Collection<String> rows);

        /** What to type behind {@code retort upgrade} or {@code downgrade} to be given the rest of a plan that failed; empty for none. */
        default String again() {
            return "";
        }
    }

    /** Plans an upgrade. */
    public static Planner upgradeTo(Target target) {
        return again(target, (graph, rows) -> of(graph.upgradePath(rows, target), Direction.UPGRADE, graph));
    }

    /** Plans a downgrade. */
    public static Planner downgradeTo(Target target) {
        return again(target, (graph, rows) -> of(graph.downgradePath(rows, target), Direction.DOWNGRADE, graph));
    }

    /** Steps that count from where the database stands would be counted from somewhere else the second time. */
    private static Planner again(Target target, Planner planner) {
        return new Planner() {
            @Override
            public Plan plan(RevisionGraph graph, Collection<String> rows) {
                return planner.plan(graph, rows);
            }

            @Override
            public String again() {
                return target.fromCurrent() ? "" : target.toString();
            }
        };
    }

    /**
     * A plan that runs all revisions one way.
     *
     * @param graph the revisions among which they stand
     */
    public static Plan of(List<RevisionInfo> revisions, Direction direction, RevisionGraph graph) {
        return new Plan(revisions.stream()
                .map(info -> new PlannedRevision(
                        info, direction, direction == Direction.UPGRADE ? info.id() : WayDown.of(info, graph)))
                .toList());
    }

    /** Such as {@code upgrade 0001 (first), upgrade 0002 (second)}. */
    @Override
    public String toString() {
        return steps.isEmpty()
                ? "nothing to do"
                : steps.stream().map(PlannedRevision::toString).collect(Collectors.joining(", "));
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The revisions, in order. */
    public List<RevisionInfo> revisions() {
        return steps.stream().map(PlannedRevision::revision).toList();
    }
}
