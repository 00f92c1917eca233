package dev.retort.diff;

import dev.retort.operation.AlterComposite;
import dev.retort.operation.AttributeChange;
import dev.retort.operation.CreateComposite;
import dev.retort.schema.CompositeType;
import dev.retort.schema.CompositeType.Attribute;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The composite types; the order of their attributes is part of them, because a row's text has it. */
final class CompositeDiffer {

    private CompositeDiffer() {}

    static void diff(CompositeType is, CompositeType shall, Sides sides) {
        ObjectName name = is.name();
        Changes changes = sides.changes();
        if (sides.impact().replacedTypes.contains(name)) {
            TypeReplacer.replace(name, new CreateComposite(shall), sides);
        } else if (!is.equals(shall)) {
            changes.add(Phase.REPLACE_TYPE, new AlterComposite(name, changes(is, shall)));
        }
        for (Attribute attribute : is.attributes()) {
            if (shall.attributes().stream().noneMatch(a -> a.name().equals(attribute.name()))) {
                LostAttributes.warn(is, attribute, sides);
            }
        }
    }

    /**
     * Whether {@code ALTER TYPE} cannot do it: it adds attributes at the end only, and changes no attribute's type while a column is of the composite.
     */
    static boolean mustReplace(CompositeType is, CompositeType shall, boolean used) {
        Map<String, Attribute> targets = byName(shall);
        List<Attribute> kept = is.attributes().stream()
                .filter(a -> targets.containsKey(a.name()))
                .toList();
        boolean inPlace = shall.attributes().size() >= kept.size()
                && names(shall.attributes().subList(0, kept.size())).equals(names(kept));
        boolean retyped = kept.stream().anyMatch(a -> !a.equals(targets.get(a.name())));
        return !inPlace || (retyped && used);
    }

    private static List<AttributeChange> changes(CompositeType is, CompositeType shall) {
        Map<String, Attribute> targets = byName(shall);
        Map<String, Attribute> sources = byName(is);
        List<AttributeChange> changes = new ArrayList<>();
        for (Attribute attribute : is.attributes()) {
            Attribute target = targets.get(attribute.name());
            if (target == null) {
                changes.add(new AttributeChange.Drop(attribute.name()));
            } else if (!target.equals(attribute)) {
                changes.add(new AttributeChange.SetType(attribute.name(), target.type()));
            }
        }
        for (Attribute attribute : shall.attributes()) {
            if (!sources.containsKey(attribute.name())) {
                changes.add(new AttributeChange.Add(attribute.name(), attribute.type()));
            }
        }
        return changes;
    }

    private static Map<String, Attribute> byName(CompositeType type) {
        Map<String, Attribute> byName = new HashMap<>();
        type.attributes().forEach(a -> byName.put(a.name(), a));
        return byName;
    }

    private static List<String> names(List<Attribute> attributes) {
        return attributes.stream().map(Attribute::name).toList();
    }

    /** The user types that the composite is made of. */
    static Set<ObjectName> uses(CompositeType type) {
        return type.attributes().stream()
                .map(a -> a.type().userType())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }
}
