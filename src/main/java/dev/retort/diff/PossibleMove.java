package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param there the calls that move the values there
 * @param back the call that fetches the values again, by the names that are there then
 * @param above what the calls go above
 * @param below what has to be there before, as words that go on behind the place; empty where nothing has
 * @param open what only people know about the rows, as a sentence that goes on behind the others; empty where nothing is
 */
record PossibleMove(
        Table table,
        List<Column> columns,
        List<String> required,
        List<String> there,
        String back,
        String above,
        String below,
        String open) {

    static final String RULE = "possible-move";

    /** Where the column may go; null where no new table takes it. */
    static @Nullable PossibleMove of(TablePair pair, String column, Sides sides) {
        if (sides.impact().isRebuilt(pair.name(), column)) {
            return null;
        }
        for (Table table : sides.impact().created(sides.from())) {
            PossibleMove joined = joined(pair, column, table, sides);
            PossibleMove split = split(pair, column, table, sides);
            // A table that takes more than the reference is no join table, but that of an entity which has it.
            boolean more = split != null
                    && joined != null
                    && split.columns().size() > joined.columns().size();
            PossibleMove move = joined == null || more ? split : joined;
            if (move != null) {
                return move;
            }
        }
        return null;
    }

    /** What to type. */
    String cure(ObjectName before) {
        List<String> calls = new ArrayList<>(List.of(back));
        // A row may be without by then, but for one whose reference must have a value.
        boolean rest = required.isEmpty();
        String again = KeptBack.below(columns, before, calls, rest);
        String nullable = required.isEmpty()
                ? ""
                : "take `.notNull()` off where " + EnumChecks.words(required) + (required.size() == 1 ? " is" : " are")
                        + " added, ";
        return "Where they move, " + nullable + "write " + SqlText.ticked(there) + " above " + above + below
                + ", and in downgrade, " + again + SqlText.ticked(calls)
                + (rest ? KeptBack.rest(columns) : "") + open;
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
            JoinTables.put(values, source.columns(), source.targetColumns());
            JoinTables.put(values, target.columns(), left.columns());
            if (!isFilled(SoftDeletes.without(table), values.keySet())) {
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
                            hold(lost.stream().filter(Column::nullable).toList(), " AND "))),
                    back(pair, table, lost, target.columns(), source.columns(), source.targetColumns(), sides),
                    EarlyKeys.above(sides),
                    "",
                    "");
        }
        return null;
    }

    /** Attributes that go to a new table which refers to the old one, or which the old one refers to. */
    private static @Nullable PossibleMove split(TablePair pair, String column, Table table, Sides sides) {
        Map<String, Column> targets = table.columnsByName();
        List<Column> lost = taken(pair, table);
        List<String> own = MergedRows.key(pair.from());
        List<String> theirs = MergedRows.key(table);
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
        Table above = SubclassRows.above(table, pair, sides);
        List<String> refs =
                above != null ? theirs : to != null && to.targetColumns().equals(own) ? to.columns() : List.of();
        boolean refers = !refs.isEmpty();
        if (!refers && !(shared && from != null)) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (shared) {
            JoinTables.put(values, theirs, own);
        }
        if (refers) {
            JoinTables.put(values, refs, own);
        }
        lost.forEach(c -> values.putIfAbsent(c.name(), c.name()));
        if (!isFilled(SoftDeletes.without(table), values.keySet())) {
            return null;
        }
        List<String> filled = refers || from == null
                ? List.of()
                : from.columns().stream()
                        .filter(c -> mustHold(pair.toColumns().get(c)))
                        .toList();
        SubclassRows.Rows rows = refers && refs.equals(theirs) ? SubclassRows.rows(table, pair, sides) : null;
        // Where each row must refer to one, each gets one.
        String condition = rows != null ? rows.condition() : filled.isEmpty() ? held(lost, table) : "";
        List<String> there = new ArrayList<>();
        there.add(insert(table, values, pair, condition));
        if (!refers && from != null) {
            List<String> sets = new ArrayList<>();
            for (int i = 0; i < from.columns().size(); i++) {
                sets.add(ReservedWords.quote(from.columns().get(i)) + " = " + ReservedWords.quote(own.get(i)));
            }
            there.add(SqlText.call(
                    "UPDATE " + SqlText.name(pair.name()) + " SET " + String.join(", ", sets) + where(condition)));
        }
        for (String name : filled) {
            there.add("op.alterColumn(" + SqlText.java(pair.name().display()) + ", " + SqlText.java(name)
                    + ").notNull()");
        }
        theirs.stream().filter(values::containsKey).forEach(c -> CountOn.behind(table, targets.get(c), sides, there));
        List<String> names = lost.stream().map(Column::name).toList();
        // Rows that came since, or refer to others by now, have equal keys no more.
        String back = refers || from == null
                ? back(pair, table, lost, names, refs, own, sides)
                : back(pair, table, lost, names, from.targetColumns(), from.columns(), sides);
        String below = above == null ? "" : ", below what fills " + above.name().display();
        return new PossibleMove(
                table, lost, filled, there, back, EarlyKeys.above(sides), below, rows == null ? "" : rows.open());
    }

    /** The reference to another table; of several the one that is the key, as in a subclass. */
    private static @Nullable ForeignKey key(Table table, ObjectName target) {
        return table.foreignKeys().stream()
                .filter(k -> k.target().equals(target))
                .min(Comparator.comparing(k -> !k.columns().equals(MergedRows.key(table))))
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

    private static String insert(Table table, Map<String, String> values, TablePair pair, String condition) {
        Map<String, String> sources = new LinkedHashMap<>();
        values.forEach((column, source) -> sources.put(column, ReservedWords.quote(source)));
        SoftDeletes.known(table).forEach(c -> sources.putIfAbsent(c.name(), SoftDeletes.live(c)));
        return MergedRows.insert(table, sources, SqlText.name(pair.name()), condition);
    }

    private static String where(String condition) {
        return condition.isEmpty() ? "" : " WHERE " + condition;
    }

    /** The columns that leave while the table has their like. */
    static List<Column> taken(TablePair pair, Table table) {
        Map<String, Column> targets = table.columnsByName();
        return pair.from().columns().stream()
                .filter(c -> c.generated() == null
                        && !pair.toColumns().containsKey(c.name())
                        && isSame(c, targets.get(c.name())))
                .toList();
    }

    /** The rows that hold what the table must have, or else anything of it, as SQL; empty where all do. */
    static String held(List<Column> lost, Table table) {
        Map<String, Column> targets = table.columnsByName();
        List<Column> required = lost.stream()
                .filter(c -> c.nullable() && mustHold(targets.get(c.name())))
                .toList();
        boolean all = required.isEmpty() && lost.stream().allMatch(Column::nullable);
        return hold(all ? lost : required, all ? " OR " : " AND ");
    }

    private static String hold(List<Column> columns, String word) {
        return columns.stream()
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
        JoinedRow row = new JoinedRow(old.table(pair.name()), table.name());
        Map<String, String> sets = new LinkedHashMap<>();
        for (int i = 0; i < lost.size(); i++) {
            sets.put(lost.get(i).name(), row.column(values.get(i)));
        }
        List<String> same = new ArrayList<>();
        same.add(row.same(by, own.stream().map(c -> old.column(pair.name(), c)).toList()));
        same.addAll(SoftDeletes.areLive(table, values, row.alias()));
        return SqlText.call(row.update(sets, String.join(" AND ", same)));
    }
}
