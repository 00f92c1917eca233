package dev.retort.hook;

import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What leads from the database, or the revisions so far, to what the entities want, and back; its lists may be changed. */
public final class Draft {

    private final Schema actual;
    private final Schema wanted;
    private final List<Operation> upgrade;
    private final List<Operation> downgrade;
    private final List<Warning> warnings;

    /** A draft of these operations, in the order in which they run. */
    public Draft(
            Schema actual,
            Schema wanted,
            List<? extends Operation> upgrade,
            List<? extends Operation> downgrade,
            List<Warning> warnings) {
        this.actual = actual;
        this.wanted = wanted;
        this.upgrade = new ArrayList<>(upgrade);
        this.downgrade = new ArrayList<>(downgrade);
        this.warnings = new ArrayList<>(warnings);
    }

    /** What is there. */
    public Schema actual() {
        return actual;
    }

    /** What the entities want, with every name that they leave open filled in. */
    public Schema wanted() {
        return wanted;
    }

    /** The operations of the upgrade, in order; this list is the draft's own. Empty means that nothing is written. */
    public List<Operation> upgrade() {
        return upgrade;
    }

    /** The operations of the downgrade, in order; this list is the draft's own. */
    public List<Operation> downgrade() {
        return downgrade;
    }

    /** What the reviewer is told of the upgrade; this list is the draft's own. A rule may be of your own making, in kebab case. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return upgrade.isEmpty();
    }

    /**
     * Leaves things as they are: drops operations of the upgrade, what undoes them in the downgrade, and the warnings about them. With a table that would be
     * created or dropped goes all that is done to it or refers to it.
     *
     * @param which what to drop of the upgrade
     */
    public Draft drop(Predicate<? super Operation> which) {
        LeftAlone left = new LeftAlone();
        upgrade.stream().filter(which).forEach(left::add);
        upgrade.removeIf(left::holds);
        downgrade.removeIf(left::holds);
        warnings.removeIf(left::isAbout);
        return this;
    }

    /** Leaves everything as it is, so that no revision is written. */
    public Draft clear() {
        upgrade.clear();
        downgrade.clear();
        warnings.clear();
        return this;
    }
}
