package dev.retort.diff;

import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Names for what has to make room for something of its name before it can go itself. */
final class Asides {

    private static final String OLD = "retort_old_";

    /** Characters of the old name that stay readable: with four bytes each far below PostgreSQL's limit of 63. */
    private static final int LONGEST = 10;

    private final Map<ObjectName, ObjectName> names = new TreeMap<>();
    private final List<Schema> sides;

    /** All names there are; found when the first has to step aside. */
    private final Set<ObjectName> taken = new HashSet<>();

    Asides(Schema from, Schema to) {
        this.sides = List.of(from, to);
    }

    private void find() {
        for (Schema schema : sides) {
            taken.addAll(schema.tables().keySet());
            taken.addAll(schema.sequences().keySet());
            taken.addAll(schema.enums().keySet());
            taken.addAll(schema.composites().keySet());
            taken.addAll(schema.domains().keySet());
            taken.addAll(schema.views().keySet());
        }
    }

    /** Finds a name for each. */
    void addAll(Collection<ObjectName> all) {
        all.forEach(this::add);
    }

    void add(ObjectName name) {
        if (names.containsKey(name)) {
            return;
        }
        if (names.isEmpty()) {
            find();
        }
        String plain = name.name();
        int end = plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length())));
        String start = OLD + plain.substring(0, end);
        ObjectName aside = name.sibling(start);
        for (int i = 2; !taken.add(aside); i++) {
            aside = name.sibling(start + "_" + i);
        }
        names.put(name, aside);
    }

    boolean contains(ObjectName name) {
        return names.containsKey(name);
    }

    /** The name that it has once it stepped aside; its own where it need not. */
    ObjectName of(ObjectName name) {
        return names.getOrDefault(name, name);
    }
}
