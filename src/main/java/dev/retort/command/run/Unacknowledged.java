package dev.retort.command.run;

import dev.retort.RefusedException;
import dev.retort.command.OpenErrors;
import dev.retort.command.Workspace;
import dev.retort.migration.Direction;
import dev.retort.operation.Warning;
import dev.retort.runtime.Plan;
import java.util.List;
import java.util.stream.Collectors;

/** Errors in revision files that want an answer before they travel further. */
final class Unacknowledged {

    private Unacknowledged() {}

    /**
     * The errors in the files of a plan that nobody has acknowledged; none on the way down.
     *
     * @throws RefusedException if there is one and the environment is protected
     */
    static List<Warning> of(Workspace workspace, Plan plan, Direction direction) {
        List<Warning> errors = errors(plan, direction);
        if (workspace.config().isProtected() && !errors.isEmpty()) {
            throw new RefusedException(
                    "Nobody has acknowledged the errors that these revisions carry: "
                            + errors.stream()
                                    .map(error -> error.objects().get(0) + " " + error.rule())
                                    .collect(Collectors.joining(", ")),
                    "the environment " + workspace.config().environment() + " is protected; nothing was changed.",
                    errors.stream().map(Warning::cure).distinct().collect(Collectors.joining("\n")));
        }
        return errors;
    }

    /** The same, refusing nothing. */
    static List<Warning> errors(Plan plan, Direction direction) {
        return direction == Direction.DOWNGRADE ? List.of() : OpenErrors.of(plan.revisions());
    }
}
