package dev.retort.command.tenant;

import dev.retort.RefusedException;
import dev.retort.command.Workspace;

/** Whether somebody has to agree before many tenants are changed, and has. What would be lost is not counted for so many: a way down always wants a yes, a
 * way up where it takes something. */
final class TenantConsent {

    private TenantConsent() {}

    /**
     * Refuses, as nobody has agreed.
     *
     * @param what what would be done, such as {@code downgrade of 12 tenants}
     * @param command what does it without a question
     */
    static RefusedException refused(Workspace workspace, String what, String command) {
        return workspace.config().isProtected()
                ? new RefusedException(
                        "The environment " + workspace.config().environment() + " is protected",
                        "nobody confirmed the " + what + "; nothing was changed.",
                        "Type the environment's name when asked, or add --yes: " + command)
                : new RefusedException(
                        "The " + what + " was not confirmed",
                        "It takes tables, columns or rows away, and nobody counted what is in them. Nothing was changed.",
                        "Where that is meant, add --yes: " + command);
    }
}
