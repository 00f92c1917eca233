package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reference whose columns keep their values and are taken for something else: for another key of the same table, or for the key of another. That nothing breaks says
 * nothing then, as numbers of one key are often numbers of the other.
 *
 * @param former what the values named
 * @param key what they are taken for
 * @param turned the columns of it that are taken for something else
 */
record TurnedReference(ForeignKey former, ForeignKey key, List<String> turned) {

    /** The references that turn among the new foreign keys of a table. */
    static List<TurnedReference> of(TablePair pair, List<ForeignKey> added, Sides sides) {
        if (added.isEmpty()) {
            return List.of();
        }
        List<ForeignKey> gone = pair.from().foreignKeys().stream()
                .filter(k -> !k.period() && !isIn(pair.to(), k))
                .toList();
        List<TurnedReference> all = new ArrayList<>();
        for (ForeignKey key : added) {
            Table target = sides.from().tables().get(key.target());
            if (target == null || key.period() || isIn(pair.from(), key) || keeps(pair, key)) {
                continue;
            }
            TurnedReference reference = gone.stream()
                    .flatMap(k -> Stream.ofNullable(of(k, key, pair, sides)))
                    .findFirst()
                    .orElse(null);
            if (reference != null) {
                all.add(reference);
            }
        }
        return all;
    }

    private static @Nullable TurnedReference of(ForeignKey former, ForeignKey key, TablePair pair, Sides sides) {
        boolean same = isSameTable(former, key, sides);
        boolean alike = Set.copyOf(former.columns()).equals(Set.copyOf(key.columns()));
        Map<String, String> was = SameRows.ends(former);
        Map<String, String> is = SameRows.ends(key);
        List<String> turned = key.columns().stream()
                .filter(c -> was.containsKey(c) && !(same && was.get(c).equals(is.get(c))))
                .toList();
        if (turned.isEmpty() || !(same || alike) || !holds(pair, former.columns(), sides)) {
            return null;
        }
        SameRows rows = new SameRows(sides);
        boolean equal = rows.named(former, key, Set.copyOf(turned))
                || (alike && rows.named(former, key, Set.copyOf(key.columns())))
                || isMerged(former.target(), key.target(), sides);
        return equal ? null : new TurnedReference(former, key, turned);
    }

    /** Whether a column that goes and one that comes refer to rows of different tables, so that values of the one name nothing in the other. */
    static boolean refersElsewhere(Column is, Column shall, TablePair pair, Sides sides) {
        List<ForeignKey> before = of(pair.from(), is);
        List<ForeignKey> after = of(pair.to(), shall);
        SameRows rows = new SameRows(sides);
        return !before.isEmpty()
                && !after.isEmpty()
                && before.stream().allMatch(b -> after.stream()
                        .noneMatch(a -> isSameTable(b, a, sides)
                                || mayBeRenamed(b.target(), a.target(), sides)
                                || rows.named(b, is.name(), a, shall.name())));
    }

    private static List<ForeignKey> of(Table table, Column column) {
        return table.foreignKeys().stream()
                .filter(k -> k.columns().contains(column.name()))
                .toList();
    }

    private static boolean mayBeRenamed(ObjectName is, ObjectName shall, Sides sides) {
        return !sides.to().tables().containsKey(is) && !sides.from().tables().containsKey(shall);
    }

    /** Whether the columns have their values still when the foreign key comes. */
    private static boolean holds(TablePair pair, List<String> columns, Sides sides) {
        return pair.fromColumns().keySet().containsAll(columns)
                && !sides.impact().touchesRebuilt(pair.name(), columns);
    }

    private static boolean isSameTable(ForeignKey a, ForeignKey b, Sides sides) {
        return sides.impact().root(a.target()).equals(sides.impact().root(b.target()));
    }

    private static boolean isIn(Table table, ForeignKey key) {
        return table.foreignKeys().stream()
                .anyMatch(
                        k -> k.target().equals(key.target()) && SameRows.ends(k).equals(SameRows.ends(key)));
    }

    /** Where the values that it had go to other ones besides: what fills the rest says those that it has from then on. */
    String fills(TablePair pair) {
        List<String> filled = key.columns().stream()
                .filter(c -> pair.to()
                                .column(c)
                                .filter(shall -> !shall.nullable())
                                .isPresent()
                        && pair.from().column(c).filter(Column::nullable).isPresent())
                .toList();
        return filled.isEmpty() ? "" : ", and above what fills " + EnumChecks.words(filled);
    }

    /** Whether another reference that stays says what the columns mean. */
    private static boolean keeps(TablePair pair, ForeignKey key) {
        return pair.from().foreignKeys().stream()
                .anyMatch(k -> Set.copyOf(k.columns()).equals(Set.copyOf(key.columns())) && isIn(pair.to(), k));
    }

    /** Whether the rows of a table that goes become rows of the other, with their keys. */
    private static boolean isMerged(ObjectName gone, ObjectName into, Sides sides) {
        Table from = sides.from().tables().get(gone);
        Table to = sides.to().tables().get(into);
        return from != null
                && to != null
                && !sides.to().tables().containsKey(gone)
                && Subclasses.discriminator(from, to, sides) != null;
    }

    /** The table that the values name rows of, where it tells also what takes their place: both keys stand in it for a while; null for none. */
    @Nullable
    ObjectName teller(TablePair pair, Sides sides) {
        Table before = sides.from().tables().get(key.target());
        Table after = sides.to().tables().get(key.target());
        Set<String> ends = new HashSet<>(former.targetColumns());
        ends.addAll(key.targetColumns());
        boolean tells = former.target().equals(key.target())
                && before != null
                && after != null
                && former.targetColumns().stream()
                        .allMatch(c -> before.column(c).isPresent())
                && !sides.impact().touchesRebuilt(key.target(), ends)
                && !sides.impact().touchesReshaped(key.target(), ends)
                && set(pair).stream().allMatch(c -> pair.to()
                        .column(c)
                        .filter(column -> column.generated() == null)
                        .isPresent());
        return tells ? key.target() : null;
    }

    /** Whether the columns change their type, so that values of before and after do not compare. */
    boolean isReshaped(TablePair pair, Sides sides) {
        return sides.impact().touchesReshaped(pair.name(), former.columns());
    }

    /** The columns that get other values: those that turn, and those that come with the key. */
    List<String> set(TablePair pair) {
        return key.columns().stream()
                .filter(c -> turned.contains(c) || !pair.fromColumns().containsKey(c))
                .toList();
    }

    /** The columns that may be left empty. */
    List<String> nullable(TablePair pair) {
        List<String> nullable = turned.stream()
                .filter(c -> pair.to()
                        .column(c)
                        .filter(Column::nullable)
                        .filter(column -> column.generated() == null)
                        .isPresent())
                .toList();
        return key.matchFull() && nullable.size() < key.columns().size() ? List.of() : nullable;
    }

    /** The columns of the same row that named what these are taken for, which trade places with them; null for none. */
    @Nullable
    Map<String, String> traded(List<TurnedReference> all) {
        for (TurnedReference other : all) {
            ForeignKey source = other.former;
            if (source.target().equals(key.target())
                    && !source.columns().equals(key.columns())
                    && Set.copyOf(source.targetColumns()).equals(Set.copyOf(key.targetColumns()))) {
                Map<String, String> traded = new TreeMap<>();
                for (int i = 0; i < key.columns().size(); i++) {
                    String end = key.targetColumns().get(i);
                    traded.put(
                            key.columns().get(i),
                            source.columns().get(source.targetColumns().indexOf(end)));
                }
                return traded;
            }
        }
        return null;
    }
}
