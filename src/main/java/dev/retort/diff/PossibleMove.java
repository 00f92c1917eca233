package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns that leave a table while a new one comes that may take their values: a reference to one becomes rows of a join table, or an entity gives some of
 * its attributes to another. Only a table that can be filled from the old one alone is taken for it.
 *
 * @param table the new table
 * @param columns the columns that leave
 * @param required the new references that must have a value, which the calls give them
 * @param there the calls above the drop
 * @param back the call that fetches the values again, by the names that are there then
 */
record PossibleMove(Table table, List<Column> columns, List<String> required, List<String> there, String back) {

    static final String RULE = "possible-move";

    private static final Set<String> COUNTED = Set.of("smallint", "integer", "bigint");

    /** Where the column may go; null where no new table takes it. */
    static @Nullable PossibleMove of(TablePair pair, String column, Sides sides) {
        if (sides.impact().isRebuilt(pair.name(), column)) {
            return null;
        }
        for (Table table : sides.impact().created(sides.from())) {
            PossibleMove move = joined(pair, column, table, sides);
            move = move == null ? split(pair, column, table, sides) : move;
            if (move != null) {
                return move;
            }
        }
        return null;
    }

    /** What to type. */
    String cure(ObjectName before) {
        List<String> calls = new ArrayList<>(List.of(back));
        String below = KeptBack.below(columns, before, calls);
        String nullable = required.isEmpty()
                ? ""
                : "take `.notNull()` off where " + EnumChecks.words(required) + (required.size() == 1 ? " is" : " are")
                        + " added, ";
        return "Where they move, " + nullable + "write " + SqlText.ticked(there) + " above the drop, and in downgrade, "
                + below + SqlText.ticked(calls);
    }

    /** A reference that becomes rows of a new table, which refers to both. */
    private static @Nullable PossibleMove joined(TablePair pair, String column, Table table, Sides sides) {
        for (ForeignKey left : pair.from().foreignKeys()) {
            if (!left.columns().contains(column)
                    || left.target().equals(pair.name())
                    || left.columns().stream().anyMatch(c -> pair.toColumns().containsKey(c))) {
                continue;
            }
            ForeignKey source = key(table, pair.name());
            ForeignKey target = key(table, left.target());
            if (source == null
                    || target == null
                    || !target.targetColumns().equals(left.targetColumns())
                    || !pair.fromColumns().keySet().containsAll(source.targetColumns())
                    || source.targetColumns().stream()
                            .anyMatch(c -> !pair.toColumns().containsKey(c))) {
                continue;
            }
            Map<String, String> values = new LinkedHashMap<>();
            put(values, source.columns(), source.targetColumns());
            put(values, target.columns(), left.columns());
            if (!isFilled(table, values.keySet())) {
                continue;
            }
            List<Column> lost = columns(pair, left.columns());
            return new PossibleMove(
                    table,
                    lost,
                    List.of(),
                    List.of(insert(
                            table,
                            values,
                            pair,
                            lost.stream().filter(Column::nullable).toList(),
                            " AND ")),
                    back(pair, table, lost, target.columns(), source.columns(), source.targetColumns(), sides));
        }
        return null;
    }

    /** Attributes that go to a new table which refers to the old one, or which the old one refers to. */
    private static @Nullable PossibleMove split(TablePair pair, String column, Table table, Sides sides) {
        Map<String, Column> targets = table.columnsByName();
        List<Column> lost = pair.from().columns().stream()
                .filter(c -> c.generated() == null
                        && !pair.toColumns().containsKey(c.name())
                        && isSame(c, targets.get(c.name())))
                .toList();
        List<String> own = pair.from().primaryKey() == null
                ? List.of()
                : pair.from().primaryKey().columns();
        List<String> theirs =
                table.primaryKey() == null ? List.of() : table.primaryKey().columns();
        if (lost.stream().noneMatch(c -> c.name().equals(column))
                || own.isEmpty()
                || own.stream().anyMatch(c -> !pair.toColumns().containsKey(c))) {
            return null;
        }
        ForeignKey to = key(table, pair.name());
        ForeignKey from = pair.to().foreignKeys().stream()
                .filter(k -> k.target().equals(table.name())
                        && k.targetColumns().equals(theirs)
                        && k.columns().stream()
                                .noneMatch(c -> pair.fromColumns().containsKey(c)))
                .findFirst()
                .orElse(null);
        boolean shared =
                own.size() == theirs.size() && types(pair.fromColumns(), own).equals(types(targets, theirs));
        List<String> refs = to != null && to.targetColumns().equals(own) ? to.columns() : List.of();
        boolean refers = !refs.isEmpty();
        if (!refers && !(shared && from != null)) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (shared) {
            put(values, theirs, own);
        }
        if (refers) {
            put(values, refs, own);
        }
        lost.forEach(c -> values.putIfAbsent(c.name(), c.name()));
        if (!isFilled(table, values.keySet())) {
            return null;
        }
        List<Column> required = lost.stream()
                .filter(c -> c.nullable() && mustHold(targets.get(c.name())))
                .toList();
        List<String> filled = refers || from == null
                ? List.of()
                : from.columns().stream()
                        .filter(c -> mustHold(pair.toColumns().get(c)))
                        .toList();
        boolean all = required.isEmpty() && lost.stream().allMatch(Column::nullable);
        // Where each row must refer to one, each gets one.
        List<Column> held = !filled.isEmpty() ? List.of() : all ? lost : required;
        String word = all ? " OR " : " AND ";
        List<String> there = new ArrayList<>();
        String subclass = refers && refs.equals(theirs) ? SubclassRows.condition(pair.from(), table) : null;
        there.add(
                subclass == null
                        ? insert(table, values, pair, held, word)
                        : insert(table, values, pair, " WHERE " + subclass));
        if (!refers && from != null) {
            List<String> sets = new ArrayList<>();
            for (int i = 0; i < from.columns().size(); i++) {
                sets.add(ReservedWords.quote(from.columns().get(i)) + " = " + ReservedWords.quote(own.get(i)));
            }
            there.add(SqlText.call(
                    "UPDATE " + SqlText.name(pair.name()) + " SET " + String.join(", ", sets) + where(held, word)));
        }
        for (String name : filled) {
            there.add("op.alterColumn(" + SqlText.java(pair.name().display()) + ", " + SqlText.java(name)
                    + ").notNull()");
        }
        theirs.stream().filter(values::containsKey).forEach(c -> count(table, targets.get(c), sides, there));
        List<String> names = lost.stream().map(Column::name).toList();
        // Rows that came since, or refer to others by now, have equal keys no more.
        String back = refers || from == null
                ? back(pair, table, lost, names, refs, own, sides)
                : back(pair, table, lost, names, from.targetColumns(), from.columns(), sides);
        return new PossibleMove(table, lost, filled, there, back);
    }

    private static @Nullable ForeignKey key(Table table, ObjectName target) {
        return table.foreignKeys().stream()
                .filter(k -> k.target().equals(target))
                .findFirst()
                .orElse(null);
    }

    /** Whether nothing that must have a value is left without. */
    static boolean isFilled(Table table, Set<String> filled) {
        return table.columns().stream()
                .allMatch(c -> filled.contains(c.name())
                        || c.nullable()
                        || c.defaultValue() != null
                        || c.identity() != null
                        || c.generated() != null);
    }

    private static boolean mustHold(@Nullable Column column) {
        return column != null && !column.nullable();
    }

    private static boolean isSame(Column is, @Nullable Column shall) {
        return shall != null && is.type().equals(shall.type()) && shall.generated() == null;
    }

    private static List<SqlType> types(Map<String, Column> columns, List<String> names) {
        return names.stream()
                .flatMap(n -> Stream.ofNullable(columns.get(n)))
                .map(Column::type)
                .toList();
    }

    private static List<Column> columns(TablePair pair, List<String> names) {
        return names.stream()
                .flatMap(n -> Stream.ofNullable(pair.fromColumns().get(n)))
                .toList();
    }

    private static void put(Map<String, String> values, List<String> columns, List<String> sources) {
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), sources.get(i));
        }
    }

    private static String insert(
            Table table, Map<String, String> values, TablePair pair, List<Column> held, String word) {
        return insert(table, values, pair, where(held, word));
    }

    private static String insert(Table table, Map<String, String> values, TablePair pair, String where) {
        boolean always = table.columns().stream()
                .anyMatch(c -> values.containsKey(c.name())
                        && c.identity() != null
                        && c.identity().kind() == Identity.Kind.ALWAYS);
        return SqlText.call("INSERT INTO " + SqlText.name(table.name()) + " (" + list(values.keySet().stream()) + ") "
                + (always ? "OVERRIDING SYSTEM VALUE " : "") + "SELECT "
                + list(values.values().stream()) + " FROM " + SqlText.name(pair.name()) + where);
    }

    private static String where(List<Column> held, String word) {
        return held.isEmpty()
                ? ""
                : " WHERE "
                        + held.stream()
                                .map(c -> ReservedWords.quote(c.name()) + " IS NOT NULL")
                                .collect(Collectors.joining(word));
    }

    /** One row at most for each: of several that there are by then, the server takes any. */
    private static String back(
            TablePair pair,
            Table table,
            List<Column> lost,
            List<String> values,
            List<String> by,
            List<String> own,
            Sides sides) {
        OldNames old = sides.changes().old();
        String before = SqlText.name(old.table(pair.name()));
        String alias = old.table(pair.name()).name().equals("m") ? "n" : "m";
        List<String> sets = new ArrayList<>();
        for (int i = 0; i < lost.size(); i++) {
            sets.add(
                    ReservedWords.quote(lost.get(i).name()) + " = " + alias + "." + ReservedWords.quote(values.get(i)));
        }
        List<String> same = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            same.add(alias + "." + ReservedWords.quote(by.get(i)) + " = " + before + "."
                    + ReservedWords.quote(old.column(pair.name(), own.get(i))));
        }
        return SqlText.call("UPDATE " + before + " SET " + String.join(", ", sets) + " FROM "
                + SqlText.name(table.name()) + " " + alias + " WHERE " + String.join(" AND ", same));
    }

    /** Keys that were written leave the sequence where it was. */
    static void count(Table table, @Nullable Column column, Sides sides, List<String> calls) {
        if (column == null || !COUNTED.contains(column.type().display())) {
            return;
        }
        Sequence sequence =
                sides.to().sequences().get(table.name().sibling(table.name().name() + "_seq"));
        if (column.identity() != null) {
            calls.add(CountOn.identity(table.name(), column).call(table.name(), column.name()));
        } else if (sequence != null) {
            calls.add(CountOn.of(sequence).call(table.name(), column.name()));
        }
    }

    private static String list(Stream<String> names) {
        return names.map(ReservedWords::quote).collect(Collectors.joining(", "));
    }
}
