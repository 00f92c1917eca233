package dev.retort.diff;

import dev.retort.operation.Warning;
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
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Tells of references whose values are taken for something else, and of what lets them name the same rows. */
final class TurnedValues {

    static final String RULE = "reference-means-another";

    /** What the way down leaves out of a cure. */
    static final String BACK = "; in downgrade, ";

    private final TablePair pair;
    private final Sides sides;
    private final OldNames old;

    private TurnedValues(TablePair pair, Sides sides) {
        this.pair = pair;
        this.sides = sides;
        this.old = sides.changes().old();
    }

    static void tell(TablePair pair, List<ForeignKey> added, Sides sides) {
        List<TurnedReference> all = TurnedReference.of(pair, added, sides);
        TurnedValues values = new TurnedValues(pair, sides);
        Map<String, String> traded = values.trades(all);
        List<TurnedReference> trading = new ArrayList<>();
        for (TurnedReference reference : all) {
            if (reference.isReshaped(pair, sides)) {
                String cure = reference.teller(pair, sides) == null
                        ? null
                        : new ReshapedReference(reference, pair, sides).cure(values.unnamed(reference));
                values.warn(List.of(reference), cure == null ? values.untold(reference) : cure);
            } else if (traded.keySet().containsAll(reference.key().columns())) {
                trading.add(reference);
            } else if (reference.teller(pair, sides) != null) {
                values.warn(List.of(reference), values.told(reference));
            } else {
                values.warn(List.of(reference), values.untold(reference));
            }
        }
        trading.sort(Comparator.comparing(r -> String.join(".", r.turned())));
        if (!trading.isEmpty()) {
            values.warn(trading, values.traded(traded));
        }
    }

    /** What each column takes from another of its row; only where all that are read are written, too, and none that must have a value reads one that need not. */
    private Map<String, String> trades(List<TurnedReference> all) {
        Map<String, String> trades = new TreeMap<>();
        for (TurnedReference reference : all) {
            Map<String, String> traded = reference.traded(all);
            if (traded != null) {
                trades.putAll(traded);
            }
        }
        boolean fits = trades.keySet().equals(new HashSet<>(trades.values()))
                && trades.entrySet().stream().allMatch(e -> isRequired(e.getValue()) || !isRequired(e.getKey()));
        return fits ? trades : Map.of();
    }

    private boolean isRequired(String column) {
        return pair.to().column(column).filter(c -> !c.nullable()).isPresent();
    }

    private void warn(List<TurnedReference> references, String cure) {
        List<String> objects = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<String> filled = new ArrayList<>();
        RowQuestions rows = sides.changes().rows(pair.name());
        for (TurnedReference reference : references) {
            ForeignKey is = reference.former();
            ForeignKey shall = reference.key();
            reference.turned().forEach(c -> objects.add(pair.name().qualified() + "." + c));
            Map<String, String> was = SameRows.ends(is);
            boolean whole = reference.turned().size() == is.columns().size();
            List<String> columns = whole ? reference.turned() : is.columns();
            Map<String, String> ends = SameRows.ends(shall);
            said.add((said.isEmpty() ? "the values of " + pair.name().display() + "." : "those of ")
                    + EnumChecks.words(columns) + " named rows of "
                    + is.target().display() + " by "
                    + words(columns, was) + ", and "
                    + (whole ? "" : "those of " + EnumChecks.words(reference.turned()) + " ")
                    + "are taken for " + words(reference.turned(), ends)
                    + (shall.target().equals(is.target())
                            ? ""
                            : " of " + shall.target().display())
                    + " from now on");
            filled.add(is.columns().stream()
                    .map(c -> rows.column(c) + " IS NOT NULL")
                    .collect(Collectors.joining(" AND ")));
        }
        String condition = filled.stream().distinct().collect(Collectors.joining(" OR "));
        sides.changes()
                .doubt(
                        new Warning(RULE, Warning.Level.WARNING, objects, String.join("; ", said), cure),
                        rows.does(condition, "row holds a value", "rows hold a value"),
                        null);
    }

    private static String words(List<String> columns, Map<String, String> ends) {
        return EnumChecks.words(
                columns.stream().map(c -> ends.getOrDefault(c, c)).toList());
    }

    /** The table that is referred to has both. */
    private String told(TurnedReference reference) {
        ForeignKey is = reference.former();
        ForeignKey shall = reference.key();
        ObjectName before = old.table(pair.name());
        List<String> set = reference.set(pair);
        String there = joined(pair.name(), set, shall.target(), SameRows.ends(shall), is.columns(), SameRows.ends(is));
        UnaryOperator<String> here = c -> old.column(pair.name(), c);
        UnaryOperator<String> target = c -> old.column(shall.target(), c);
        List<String> again = is.columns().stream()
                .filter(c -> reference.turned().contains(c) || !pair.toColumns().containsKey(c))
                .toList();
        String back = joined(
                before,
                again.stream().map(here).toList(),
                old.table(shall.target()),
                renamed(SameRows.ends(is), here, target),
                shall.columns().stream().map(here).toList(),
                renamed(SameRows.ends(shall), here, target));
        return "Where they shall name the same rows as before, write "
                + keys(pair.to(), pair.name(), UnaryOperator.identity()).around(set, there)
                + " above the new foreign key" + reference.fills(pair) + unnamed(reference) + BACK
                + keys(pair.from(), before, here).around(again, back)
                + " above the one that comes back";
    }

    /** A row without the other key is no one's then, or stands in the way. */
    private String unnamed(TurnedReference reference) {
        ForeignKey is = reference.former();
        ForeignKey shall = reference.key();
        Table target = Objects.requireNonNull(sides.from().tables().get(shall.target()));
        List<String> empty = shall.targetColumns().stream()
                .filter(c -> target.column(c).filter(Column::nullable).isPresent())
                .toList();
        if (empty.isEmpty()) {
            return "";
        }
        boolean isRequired = shall.columns().stream()
                .anyMatch(c -> empty.contains(SameRows.ends(shall).get(c))
                        && (isRequired(c)
                                || pair.from()
                                        .column(c)
                                        .filter(n -> !n.nullable())
                                        .isPresent()));
        String table = SqlText.name(old.table(pair.name()));
        JoinedRow row = new JoinedRow(old.table(pair.name()), old.table(shall.target()));
        Map<String, String> ends = SameRows.ends(is);
        return ". Rows that refer to one without " + EnumChecks.words(empty)
                + (isRequired ? " stop it" : " refer to nothing then") + ": see them with `SELECT "
                + table + ".* FROM " + table + " JOIN " + row.table() + " ON "
                + row.same(
                        is.columns().stream()
                                .map(c -> old.column(shall.target(), ends.getOrDefault(c, c)))
                                .toList(),
                        is.columns().stream()
                                .map(c -> old.column(pair.name(), c))
                                .toList())
                + " WHERE "
                + empty.stream()
                        .map(c -> row.column(old.column(shall.target(), c)) + " IS NULL")
                        .collect(Collectors.joining(" OR "))
                + "`";
    }

    private static Map<String, String> renamed(
            Map<String, String> ends, UnaryOperator<String> here, UnaryOperator<String> target) {
        Map<String, String> renamed = new TreeMap<>();
        ends.forEach((column, end) -> renamed.put(here.apply(column), target.apply(end)));
        return renamed;
    }

    private static String joined(
            ObjectName table,
            List<String> set,
            ObjectName target,
            Map<String, String> values,
            List<String> by,
            Map<String, String> same) {
        JoinedRow row = new JoinedRow(table, target);
        Map<String, String> taken = new LinkedHashMap<>();
        set.forEach(c -> taken.put(c, row.column(values.getOrDefault(c, c))));
        return row.update(
                taken, row.same(by.stream().map(c -> same.getOrDefault(c, c)).toList(), by));
    }

    private String traded(Map<String, String> traded) {
        Map<String, String> back = new TreeMap<>();
        traded.forEach((column, source) -> back.put(old.column(pair.name(), source), old.column(pair.name(), column)));
        ObjectName before = old.table(pair.name());
        return "Where rows shall refer to the same as before, write "
                + keys(pair.to(), pair.name(), UnaryOperator.identity())
                        .around(List.copyOf(traded.keySet()), set(pair.name(), traded))
                + " above the new foreign keys" + BACK
                + keys(pair.from(), before, c -> old.column(pair.name(), c))
                        .around(List.copyOf(traded.keySet()), set(before, back))
                + " above those that come back";
    }

    static String set(ObjectName table, Map<String, String> values) {
        return "UPDATE " + SqlText.name(table) + " SET "
                + values.entrySet().stream()
                        .map(e -> ReservedWords.quote(e.getKey()) + " = " + ReservedWords.quote(e.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private KeysAside keys(Table table, ObjectName name, UnaryOperator<String> called) {
        return new KeysAside(table, name, called, sides);
    }

    /** Nothing tells which rows of the one are which of the other. */
    private String untold(TurnedReference reference) {
        ForeignKey is = reference.former();
        ForeignKey shall = reference.key();
        List<String> nullable = reference.nullable(pair);
        String fill = "op.execute("
                + SqlText.java("UPDATE " + SqlText.name(pair.name()) + " SET "
                        + reference.turned().stream()
                                .map(c -> ReservedWords.quote(c) + " = …")
                                .collect(Collectors.joining(", ")))
                + ")";
        String empty = SqlText.call("UPDATE " + SqlText.name(pair.name()) + " SET "
                + nullable.stream().map(c -> ReservedWords.quote(c) + " = NULL").collect(Collectors.joining(", ")));
        return "Nothing tells which row of " + shall.target().display() + " takes the place of one of "
                + is.target().display() + ": write above the new foreign key `" + fill + "` with what you know of it"
                + (nullable.isEmpty()
                        ? ""
                        : ", or `" + empty
                                + "`, after which the rows refer to nothing, and what they referred to is lost")
                + BACK + "the same the other way round";
    }
}
