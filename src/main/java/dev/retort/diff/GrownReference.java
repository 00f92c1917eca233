package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new column of a foreign key that grows: the key that was there says by the columns that stay which row refers to which, so its value is the one of that row. Without it
 * the reference would be incomplete, which PostgreSQL takes for none.
 *
 * @param column the column, which need not be required
 * @param key the key that it is of
 * @param former the one that goes
 * @param proved whether the rows satisfy the key once its new columns are filled
 */
public record GrownReference(RequiredColumn column, ForeignKey key, ForeignKey former, boolean proved) implements Gap {

    /** Tells the columns by which a new foreign key is larger than one that goes; gives whether it is. */
    static boolean find(TablePair pair, ForeignKey key, List<ForeignKey> dropped, Sides sides) {
        ForeignKey former = former(pair, key, dropped, sides);
        if (former == null) {
            return false;
        }
        List<String> more = new ArrayList<>(key.columns());
        more.removeAll(former.columns());
        boolean proved = former.validated() && more.stream().allMatch(c -> isFresh(pair, c));
        for (String name : more) {
            Column column = Objects.requireNonNull(pair.toColumns().get(name));
            if (isFresh(pair, name) && column.generated() == null && column.identity() == null) {
                sides.changes()
                        .grown(new GrownReference(
                                DataWarnings.required(pair, column, true, sides), key, former, proved));
            }
        }
        return true;
    }

    private static boolean isFresh(TablePair pair, String column) {
        return !pair.fromColumns().containsKey(column);
    }

    private static @Nullable ForeignKey former(TablePair pair, ForeignKey key, List<ForeignKey> dropped, Sides sides) {
        Table before = sides.from().tables().get(key.target());
        Map<String, String> ends = SameRows.ends(key);
        return dropped.stream()
                .filter(k -> before != null
                        && k.target().equals(key.target())
                        && k.columns().size() < key.columns().size()
                        && !k.period()
                        && !key.period()
                        && ends.entrySet().containsAll(SameRows.ends(k).entrySet())
                        && !sides.impact().touchesRebuilt(pair.name(), k.columns())
                        && !sides.impact().touchesRebuilt(key.target(), key.targetColumns()))
                .max(Comparator.comparingInt(k -> k.columns().size()))
                .orElse(null);
    }

    /**
     * The statements that fill new columns of one table, one for each key. They join instead of looking for each row's target, since no index may be there while the keys
     * change.
     *
     * @param grown those of the table, key by key
     */
    static List<String> updates(List<GrownReference> grown) {
        Map<ForeignKey, List<GrownReference>> keys = new LinkedHashMap<>();
        grown.forEach(g -> keys.computeIfAbsent(g.key(), k -> new ArrayList<>()).add(g));
        List<String> updates = new ArrayList<>();
        Set<String> filled = new HashSet<>();
        keys.forEach((key, of) -> {
            ObjectName table = of.get(0).column().table();
            JoinedRow row = new JoinedRow(table, key.target());
            Map<String, String> ends = SameRows.ends(key);
            Map<String, String> set = new LinkedHashMap<>();
            List<String> where = new ArrayList<>();
            SameRows.ends(of.get(0).former())
                    .forEach((here, there) -> where.add(row.column(there) + " = " + column(table, here)));
            for (GrownReference reference : of) {
                String name = reference.column().column().name();
                set.put(name, row.column(Objects.requireNonNull(ends.get(name))));
                if (!filled.add(name)) {
                    // Two keys share the column: what the first says of a row stays.
                    where.add(column(table, name) + " IS NULL");
                }
            }
            updates.add(row.update(set, String.join(" AND ", where)));
        });
        return updates;
    }

    private static String column(ObjectName table, String column) {
        return SqlText.name(table) + "." + ReservedWords.quote(column);
    }

    /** The keys that no row breaks: each of their new columns holds what the row has that it referred to before. */
    static Set<NewReference> proved(List<GrownReference> grown, Set<RequiredColumn> typed) {
        Set<NewReference> proved = new HashSet<>();
        grown.forEach(g -> proved.add(g.reference()));
        grown.stream()
                .filter(g -> !g.proved() || typed.contains(g.column()))
                .forEach(g -> proved.remove(g.reference()));
        return proved;
    }

    private NewReference reference() {
        return new NewReference(column.table(), key);
    }
}
