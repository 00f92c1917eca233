package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables of subclasses that go while a hierarchy gets one table, and the discriminator that tells their rows there. */
final class Subclasses {

    private Subclasses() {}

    /**
     * Where the rows of a subclass are, all but its own columns.
     *
     * @param root as it shall be
     * @param condition what is true of them there, as SQL
     * @param open a sentence that asks about what only people know; empty where nothing is
     */
    record Hierarchy(Table root, String condition, String open) {}

    /** The hierarchy of a table whose key is a reference to that of another, up to one that stays and takes its columns; null where there is none. */
    static @Nullable Hierarchy joined(Table gone, Sides sides) {
        Table root = root(gone, sides);
        Table before = root == null ? null : sides.from().tables().get(root.name());
        if (root == null || before == null) {
            return null;
        }
        List<Column> own = own(gone);
        boolean taken = own.stream()
                .allMatch(c -> before.column(c.name()).isEmpty()
                        && root.column(c.name())
                                .filter(shall -> shall.generated() == null
                                        && shall.type().equals(c.type()))
                                .isPresent());
        if (!taken) {
            return null;
        }
        Set<String> conditions = new LinkedHashSet<>();
        List<Table> tree = new ArrayList<>(List.of(gone));
        tree.addAll(below(gone, sides));
        for (Table table : tree) {
            String condition = SubclassRows.condition(root, table);
            List<Column> held = own(table).stream()
                    .filter(c -> before.column(c.name()).isEmpty()
                            && root.column(c.name()).isPresent())
                    .toList();
            if (condition != null) {
                conditions.add(condition);
            }
            if (!held.isEmpty() && SubclassRows.kind(root, table) == null) {
                conditions.add(held(held));
            }
        }
        String open = OpenKinds.of(root, root, tree, below(before, sides), !conditions.isEmpty());
        // A class between that no value is known of may be abstract, or may have rows of its own.
        boolean known = open.isEmpty() || !own.isEmpty();
        return conditions.isEmpty() || !known ? null : new Hierarchy(root, String.join(" OR ", conditions), open);
    }

    /** What tells the rows of a subclass that has all of its columns for itself, where a table takes these and a new discriminator names it; null where it does not. */
    static @Nullable String discriminator(Table gone, Table table, Sides sides) {
        SubclassRows.Kind kind = SubclassRows.kind(table, gone);
        Table before = sides.from().tables().get(table.name());
        if (kind == null
                || gone.name().equals(table.name())
                || gone.column(kind.column()).isPresent()
                || (before != null && before.column(kind.column()).isPresent())
                || !MergedRows.key(gone).equals(MergedRows.key(table))
                || MergedRows.key(gone).isEmpty()) {
            return null;
        }
        Map<String, Column> shall = table.columnsByName();
        Set<String> filled = new HashSet<>(Set.of(kind.column()));
        for (Column column : written(gone)) {
            Column target = shall.get(column.name());
            if (target == null || target.generated() != null || !target.type().equals(column.type())) {
                return null;
            }
            filled.add(column.name());
        }
        return PossibleMove.isFilled(table, filled) ? condition(kind) : null;
    }

    /** The value that each row has in a new discriminator, as SQL; null where it does not tell all of them. */
    static @Nullable String values(Column column, TablePair pair, Sides sides) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        boolean several = false;
        for (Table gone : sides.from().allTables()) {
            SubclassRows.Kind kind =
                    sides.to().tables().containsKey(gone.name()) ? null : SubclassRows.kind(pair.to(), gone);
            if (kind == null || !kind.column().equals(column.name())) {
                continue;
            }
            Table root = root(gone, sides);
            if (root != null && root.name().equals(pair.name())) {
                kinds.put(when(gone, kind, pair), depth(gone, sides));
            } else if (discriminator(gone, pair.to(), sides) == null) {
                // Where its rows are, or come to be, nobody knows.
                return null;
            }
            several = true;
        }
        List<String> rest = rest(pair.to(), sides);
        if (!several || rest.size() > 1) {
            return null;
        }
        String other = rest.isEmpty() ? "" : SqlText.literal(rest.get(0));
        String cases = String.join(
                " ",
                kinds.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .toList());
        return kinds.isEmpty()
                ? (other.isEmpty() ? null : other)
                : "CASE " + cases + (other.isEmpty() ? "" : " ELSE " + other) + " END";
    }

    private static String when(Table gone, SubclassRows.Kind kind, TablePair pair) {
        JoinedRow row = new JoinedRow(pair.name(), gone.name());
        return "WHEN " + row.exists(row.same(MergedRows.key(gone), MergedRows.key(pair.to()))) + " THEN "
                + SqlText.literal(kind.value());
    }

    /** The values of a discriminator that name no table which goes: those of classes whose rows are in the root alone. */
    private static List<String> rest(Table root, Sides sides) {
        List<String> rest = new ArrayList<>();
        for (Table gone : sides.from().allTables()) {
            SubclassRows.Kind kind =
                    sides.to().tables().containsKey(gone.name()) ? null : SubclassRows.kind(root, gone);
            if (kind != null && rest.isEmpty()) {
                rest.addAll(kind.all());
            }
        }
        for (Table gone : sides.from().allTables()) {
            SubclassRows.Kind kind =
                    sides.to().tables().containsKey(gone.name()) ? null : SubclassRows.kind(root, gone);
            if (kind != null) {
                rest.remove(kind.value());
            }
        }
        return rest;
    }

    private static String condition(SubclassRows.Kind kind) {
        return ReservedWords.quote(kind.column()) + " = " + SqlText.literal(kind.value());
    }

    /** Rows that hold something of what is the subclass's alone. */
    private static String held(List<Column> own) {
        List<Column> required = own.stream().filter(c -> !c.nullable()).toList();
        return String.join(
                required.isEmpty() ? " OR " : " AND ",
                (required.isEmpty() ? own : required)
                        .stream()
                                .map(c -> ReservedWords.quote(c.name()) + " IS NOT NULL")
                                .toList());
    }

    /** The table above all that go, whose key the table has. */
    private static @Nullable Table root(Table gone, Sides sides) {
        Table table = gone;
        Set<ObjectName> seen = new HashSet<>();
        while (seen.add(table.name())) {
            Table above = above(table, sides);
            if (above == null) {
                return null;
            }
            Table stays = sides.to().tables().get(above.name());
            if (stays != null) {
                return MergedRows.key(stays).equals(MergedRows.key(above)) ? stays : null;
            }
            table = above;
        }
        return null;
    }

    private static @Nullable Table above(Table table, Sides sides) {
        return table.foreignKeys().stream()
                .map(k -> sides.from().tables().get(k.target()))
                .filter(t -> t != null && !t.name().equals(table.name()) && SubclassRows.isShared(table, t))
                .findFirst()
                .orElse(null);
    }

    private static int depth(Table table, Sides sides) {
        Table above = above(table, sides);
        return above == null || sides.to().tables().containsKey(above.name()) ? 1 : 1 + depth(above, sides);
    }

    /** The tables of the subclasses of a subclass. */
    private static List<Table> below(Table gone, Sides sides) {
        List<Table> all = new ArrayList<>();
        for (Table table : sides.from().allTables()) {
            Table above = sides.to().tables().containsKey(table.name()) ? null : above(table, sides);
            if (above != null && above.name().equals(gone.name())) {
                all.add(table);
                all.addAll(below(table, sides));
            }
        }
        return all;
    }

    /** The columns but for the key. */
    static List<Column> own(Table table) {
        return written(table).stream()
                .filter(c -> !MergedRows.key(table).contains(c.name()))
                .toList();
    }

    static List<Column> written(Table table) {
        return table.columns().stream().filter(c -> c.generated() == null).toList();
    }
}
