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

    /** The operations of the upgrade, in order; this list is the draft's own. */
    public List<Operation> upgrade() {
        return upgrade;
    }

    /** The operations of the downgrade, in order; this list is the draft's own. */
    public List<Operation> downgrade() {
        return downgrade;
    }

    /** What the reviewer is told; this list is the draft's own. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** Drops operations from both ways, and the warnings about their objects. */
    public Draft drop(Predicate<? super Operation> which) {
        List<String> objects = new ArrayList<>();
        List.of(upgrade, downgrade)
                .forEach(
                        way -> way.stream().filter(which).map(Operation::object).forEach(objects::add));
        upgrade.removeIf(which);
        downgrade.removeIf(which);
        warnings.removeIf(warning ->
                !warning.objects().isEmpty() && new java.util.HashSet<>(objects).containsAll(warning.objects()));
        return this;
    }
}
