package dev.retort.diff;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Table;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds whether equal values name the same rows in two places, because one refers to the other or both refer to a third: the key of a subclass is that of its root, a shared key that of its owner. */
final class SameRows {

    private final Sides sides;

    SameRows(Sides sides) {
        this.sides = sides;
    }

    /** The columns of a table that the columns of a reference, which are the keys, are equal to. */
    private record Place(ObjectName table, Map<String, String> ends) {}

    /** Whether the two references name the same rows, of which the first may be a part alone. */
    boolean named(ForeignKey is, ForeignKey shall, Set<String> columns) {
        Map<String, String> before = ends(is);
        Map<String, String> after = ends(shall);
        before.keySet().retainAll(columns);
        after.keySet().retainAll(columns);
        return !Collections.disjoint(reached(is.target(), before), reached(shall.target(), after));
    }

    /** Whether one column of each names the same rows. */
    boolean named(ForeignKey is, String column, ForeignKey shall, String other) {
        Map<String, String> before = Map.of("", ends(is).getOrDefault(column, ""));
        Map<String, String> after = Map.of("", ends(shall).getOrDefault(other, ""));
        return !Collections.disjoint(reached(is.target(), before), reached(shall.target(), after));
    }

    /** Whether the rows that the columns of a reference name have their key from these columns, so that each is its own. */
    boolean own(ObjectName table, ForeignKey key) {
        Map<String, String> columns = new HashMap<>();
        key.columns().forEach(c -> columns.put(c, c));
        return reached(key.target(), ends(key))
                .contains(new Place(sides.impact().root(table), columns));
    }

    private Set<Place> reached(ObjectName target, Map<String, String> ends) {
        Set<Place> reached = new HashSet<>();
        Deque<Place> open = new ArrayDeque<>(List.of(new Place(sides.impact().root(target), ends)));
        while (!open.isEmpty()) {
            Place place = open.pop();
            if (reached.add(place)) {
                next(place, sides.from().tables(), key -> true, open);
                next(place, sides.to().tables(), key -> tells(place, key), open);
            }
        }
        return reached;
    }

    /** Whether a key that comes says what the rows that stand mean: only where it comes with one of its tables. */
    private boolean tells(Place place, ForeignKey key) {
        Map<ObjectName, Table> before = sides.from().tables();
        return !before.containsKey(place.table)
                || !before.containsKey(sides.impact().root(key.target()));
    }

    private void next(Place place, Map<ObjectName, Table> tables, Predicate<ForeignKey> followed, Deque<Place> open) {
        Table table = tables.get(place.table);
        if (table == null) {
            return;
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (Set.copyOf(key.columns()).equals(Set.copyOf(place.ends.values())) && followed.test(key)) {
                Map<String, String> further = ends(key);
                Map<String, String> ends = new HashMap<>();
                place.ends.forEach((column, end) -> ends.put(column, further.getOrDefault(end, end)));
                open.push(new Place(sides.impact().root(key.target()), ends));
            }
        }
    }

    /** The columns of a foreign key in its order, each with the one that it refers to. */
    static Map<String, String> ends(ForeignKey key) {
        Map<String, String> ends = new LinkedHashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            ends.put(key.columns().get(i), key.targetColumns().get(i));
        }
        return ends;
    }
}
