package dev.retort.cli;

import dev.retort.cli.output.ErrorPrinter;
import dev.retort.command.tenant.Tenant;
import java.util.List;
import java.util.Set;

/**
 * Some of the tenants, in a message about them.
 *
 * @param named their names, at most so many as anybody would type
 * @param more how many there are beside them
 */
record TenantNames(List<String> named, int more) {

    /** So many tenants are named together. */
    private static final int NAMED = 20;

    /** What would move a tenant or say of it where it stands; the others may stand elsewhere. */
    private static final Set<String> MOVING = Set.of("upgrade", "downgrade", "stamp");

    /** Says of a tenant where it stands, which is never what a message about others means. */
    private static final Set<String> STAMPING = Set.of("stamp");

    TenantNames {
        named = List.copyOf(named);
    }

    static TenantNames of(List<Tenant> tenants) {
        return new TenantNames(
                tenants.stream().limit(NAMED).map(Tenant::name).toList(), Math.max(0, tenants.size() - NAMED));
    }

    /** Shows what is to be done for these tenants, and for no other. */
    ErrorPrinter errors(RetortCommand retort) {
        return retort.errors(named, MOVING);
    }

    /** Shows why a run failed for these tenants: to run it again takes all of them along, as those that are there already are left alone. */
    ErrorPrinter errorsOfRun(RetortCommand retort) {
        return retort.errors(named, STAMPING);
    }

    /** A cure that names these, with a line for those that it does not name. */
    String completed(String cure) {
        return more == 0
                ? cure
                : cure + "\nThen the other " + (more == 1 ? "one" : more) + " in the same way: retort current names "
                        + (more == 1 ? "it" : "them");
    }

    @Override
    public String toString() {
        return String.join(", ", named) + (more == 0 ? "" : " and " + more + " more");
    }
}
