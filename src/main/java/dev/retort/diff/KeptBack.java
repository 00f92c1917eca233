package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.CompositeType.Attribute;
import dev.retort.schema.Identity;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of downgrade that bring back what was kept, by the names that are there then. */
final class KeptBack {

    private static final Set<String> COUNTED = Set.of("smallint", "integer", "bigint");

    private final Table table;
    private final ObjectName kept;
    private final Sides sides;
    private final ObjectName before;
    private final String alias;

    KeptBack(Table table, ObjectName kept, Sides sides) {
        this.table = table;
        this.kept = kept;
        this.sides = sides;
        this.before = sides.changes().old().table(table.name());
        this.alias = before.name().equals("k") ? "kept" : "k";
    }

    /** For a table that is created again; empty where it has nothing to write into. */
    String rows() {
        List<String> calls = inserted();
        KeptValues.all(table, sides).stream()
                .filter(c -> !calls.isEmpty() && c.generated() == null)
                .forEach(column -> count(column, calls));
        return calls.isEmpty() ? "" : "right below where it is created again, " + said(calls);
    }

    /** For columns that are added again to rows that nothing tells apart: all rows as they were. */
    String whole(List<Column> lost) {
        List<String> calls = new ArrayList<>();
        calls.add(SqlText.call("DELETE FROM " + SqlText.name(before)));
        calls.addAll(inserted());
        lost.forEach(column -> count(column, calls));
        return below(lost, before, calls) + said(calls);
    }

    private List<String> inserted() {
        List<Column> written = KeptValues.all(table, sides).stream()
                .filter(c -> c.generated() == null)
                .toList();
        if (written.isEmpty()) {
            return new ArrayList<>();
        }
        String always = written.stream().anyMatch(KeptBack::isAlways) ? "OVERRIDING SYSTEM VALUE " : "";
        List<String> calls = new ArrayList<>();
        calls.add(SqlText.call("INSERT INTO " + SqlText.name(before) + " ("
                + written.stream()
                        .map(c -> ReservedWords.quote(sides.changes().old().column(table.name(), c.name())))
                        .collect(Collectors.joining(", "))
                + ") " + always + "SELECT "
                + written.stream()
                        .map(c -> ReservedWords.quote(c.name()) + cast(c))
                        .collect(Collectors.joining(", "))
                + " FROM " + SqlText.name(kept)));
        return calls;
    }

    /** For columns that are added again, by the columns of a key. */
    String columns(List<Column> keys, List<Column> lost) {
        List<String> calls = new ArrayList<>();
        lost.stream().filter(KeptBack::isAlways).forEach(c -> calls.add(generated(c, "BY DEFAULT")));
        calls.add(SqlText.call("UPDATE " + SqlText.name(before) + " SET "
                + lost.stream()
                        .map(c -> ReservedWords.quote(c.name()) + " = " + alias + "." + ReservedWords.quote(c.name())
                                + cast(c))
                        .collect(Collectors.joining(", "))
                + " FROM " + SqlText.name(kept) + " " + alias + " WHERE " + same(keys)));
        for (Column column : lost) {
            if (isAlways(column)) {
                calls.add(generated(column, "ALWAYS"));
            }
            count(column, calls);
        }
        return below(lost, before, calls) + said(calls);
    }

    /** Where the lines go; a column that must have a value gets it there first, by a call that is added to the others. */
    static String below(List<Column> lost, ObjectName table, List<String> calls) {
        return below(lost, table, calls, false, "");
    }

    /**
     * Where the lines go.
     *
     * @param rest whether rows may be left without a value, for which a person has to say one before they must have it
     */
    static String below(List<Column> lost, ObjectName table, List<String> calls, boolean rest) {
        return below(lost, table, calls, rest, "");
    }

    /**
     * Where the lines go.
     *
     * @param place what they stand below where that is not the columns; else empty
     */
    static String below(List<Column> lost, ObjectName table, List<String> calls, boolean rest, String place) {
        List<String> required = new ArrayList<>();
        for (Column column : lost) {
            if (isRequired(column)) {
                required.add(column.name());
                if (rest) {
                    String name = ReservedWords.quote(column.name());
                    calls.add(SqlText.call(
                            "UPDATE " + SqlText.name(table) + " SET " + name + " = … WHERE " + name + " IS NULL"));
                }
                calls.add("op.alterColumn(" + SqlText.java(table.display()) + ", " + SqlText.java(column.name())
                        + ").notNull()");
            }
        }
        return required.isEmpty()
                ? (place.isEmpty()
                                ? "right below where " + (lost.size() == 1 ? "it is" : "they are") + " added again"
                                : place)
                        + ", "
                : "take `.notNull()` off where " + EnumChecks.words(required) + (required.size() == 1 ? " is" : " are")
                        + " added again, and "
                        + (!place.isEmpty()
                                ? place
                                : lost.size() == 1
                                        ? "right below it"
                                        : "below the last of "
                                                + EnumChecks.words(lost.stream()
                                                        .map(Column::name)
                                                        .toList()))
                        + " write ";
    }

    private static boolean isRequired(Column column) {
        return !column.nullable() && column.defaultValue() == null && column.identity() == null;
    }

    /** What is said of the value that a person has to say; empty where no column must have one. */
    static String rest(List<Column> lost) {
        return lost.stream().anyMatch(KeptBack::isRequired) ? ", with a value for rows that have none by then" : "";
    }

    /**
     * For an attribute of a composite type that is added again.
     *
     * @param value the column beside that has its values
     */
    String attribute(
            List<Column> keys, Column column, List<String> path, Attribute attribute, Column value, String below) {
        List<String> steps = new ArrayList<>();
        steps.add(sides.changes().old().column(table.name(), column.name()));
        steps.addAll(path);
        steps.add(attribute.name());
        String from = alias + "." + ReservedWords.quote(value.name());
        return "below " + below + ", "
                + said(List.of(SqlText.call("UPDATE " + SqlText.name(before) + " SET "
                        + steps.stream().map(ReservedWords::quote).collect(Collectors.joining("."))
                        + " = " + from + cast(value) + " FROM " + SqlText.name(kept) + " " + alias + " WHERE "
                        + same(keys) + " AND " + from
                        + " IS NOT NULL")));
    }

    private String same(List<Column> keys) {
        return keys.stream()
                .map(c -> alias + "." + ReservedWords.quote(c.name()) + " = " + SqlText.name(before) + "."
                        + ReservedWords.quote(sides.changes().old().column(table.name(), c.name()))
                        + (KeptValues.goes(c.type(), sides) ? "::text" : ""))
                .collect(Collectors.joining(" AND "));
    }

    /** What was kept as text, because its type went, becomes of that type again. */
    private String cast(Column column) {
        SqlType type = column.type();
        ObjectName user = type.userType();
        return user == null || !KeptValues.goes(type, sides)
                ? ""
                : "::" + type.withUserType(sides.changes().old().type(user)).display();
    }

    /** The sequence of a column, which is as new and would give numbers that are taken. */
    private void count(Column column, List<String> calls) {
        if (!COUNTED.contains(column.type().display())) {
            return;
        } else if (column.identity() != null) {
            calls.add(CountOn.identity(before, column).call(before, column.name()));
            return;
        }
        for (Sequence sequence : sides.from().sequences().values()) {
            if (!sides.to().sequences().containsKey(sequence.name()) && isFor(sequence, column)) {
                calls.add(CountOn.of(sequence).call(before, column.name()));
            }
        }
    }

    /** Whether it is the column's own, or the one that Hibernate counts the table's keys with. */
    private boolean isFor(Sequence sequence, Column column) {
        ColumnRef owner = sequence.ownedBy();
        return owner != null
                ? owner.equals(new ColumnRef(table.name(), column.name()))
                : table.primaryKey() != null
                        && table.primaryKey().columns().equals(List.of(column.name()))
                        && sequence.name()
                                .equals(new ObjectName(
                                        table.name().namespace(), table.name().name() + "_seq"));
    }

    private String generated(Column column, String when) {
        return SqlText.call("ALTER TABLE " + SqlText.name(before) + " ALTER COLUMN "
                + ReservedWords.quote(column.name()) + " SET GENERATED " + when);
    }

    private static boolean isAlways(Column column) {
        return column.identity() != null && column.identity().kind() == Identity.Kind.ALWAYS;
    }

    private String said(List<String> calls) {
        List<String> all = new ArrayList<>(calls);
        all.add(SqlText.call("DROP TABLE " + SqlText.name(kept)));
        return SqlText.ticked(all);
    }
}
