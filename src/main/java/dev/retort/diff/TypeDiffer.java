package dev.retort.diff;

import dev.retort.operation.CreateComposite;
import dev.retort.operation.DropComposite;
import dev.retort.operation.DropDomain;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameType;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Composites and domains together, because either may be made of the other: what a type is made of is created before it and dropped after it. */
final class TypeDiffer {

    private TypeDiffer() {}

    static void diff(Sides sides) {
        Schema from = sides.from();
        Schema to = sides.to();
        for (ObjectName name : inOrder(to)) {
            CompositeType composite = to.composites().get(name);
            Domain domain = to.domains().get(name);
            if (composite != null) {
                CompositeType is = from.composites().get(name);
                if (is == null) {
                    sides.changes().add(Phase.CREATE_TYPE, new CreateComposite(composite));
                } else {
                    CompositeDiffer.diff(is, composite, sides);
                }
            } else if (domain != null) {
                Domain is = from.domains().get(name);
                if (is == null) {
                    DomainDiffer.create(domain, sides);
                } else {
                    DomainDiffer.diff(is, domain, sides);
                }
            }
        }
        List<ObjectName> backwards = inOrder(from);
        Collections.reverse(backwards);
        for (ObjectName name : backwards) {
            ObjectName aside = sides.impact().asides().of(name);
            boolean replaced = sides.impact().replacedTypes.contains(name);
            Domain domain = from.domains().get(name);
            if (from.composites().containsKey(name)
                    && (replaced || !to.composites().containsKey(name))) {
                drop(name, new DropComposite(aside), sides);
            } else if (domain != null && (replaced || !to.domains().containsKey(name))) {
                if (!to.domains().containsKey(name)) {
                    DomainRests.release(domain, sides);
                }
                drop(name, new DropDomain(aside), sides);
            }
        }
        TypeReplacer.convert(sides);
    }

    /** Drops a type that goes or is replaced: late, unless its name is needed and nothing is of it. */
    static void drop(ObjectName name, Operation drop, Sides sides) {
        Impact impact = sides.impact();
        boolean aside = impact.asides().contains(name);
        boolean first = !aside && impact.wanted().isTaken(name);
        if (aside && (!impact.replacedTypes.contains(name) || impact.otherKinds.contains(name))) {
            sides.changes()
                    .add(Phase.STEP_ASIDE, new RenameType(name, impact.asides().of(name)));
        }
        sides.changes().add(first ? Phase.DROP_TYPE_FIRST : Phase.DROP_TYPE, drop);
    }

    private static List<ObjectName> inOrder(Schema schema) {
        TreeMap<ObjectName, Set<ObjectName>> uses = new TreeMap<>();
        schema.composites().forEach((name, type) -> uses.put(name, CompositeDiffer.uses(type)));
        schema.domains().forEach((name, domain) -> {
            ObjectName base = domain.base().userType();
            uses.put(name, base == null ? Set.of() : Set.of(base));
        });
        return DependencyOrder.of(uses).order();
    }
}
