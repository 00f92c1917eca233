package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what a change loses in a table beside: the lines to write into the revision, above what drops it. */
final class KeptValues {

    private static final String LABEL = "kept";

    private KeptValues() {}

    /** Those of a column, with the primary key that says whose they are; whole rows where there is none. */
    static String column(Table table, String column, Sides sides) {
        return lines(table, column, keyed(table, column, sides), sides);
    }

    /** All rows of a table. */
    static String table(Table table, Sides sides) {
        boolean whole = table.columns().stream().noneMatch(c -> goes(c.type(), sides));
        return lines(
                table,
                "",
                whole ? "*" : table.columns().stream().map(c -> value(c, sides)).collect(Collectors.joining(", ")),
                sides);
    }

    /** Those of an attribute, in the first column that is of the type. */
    static String attribute(CompositeType type, String attribute, Sides sides) {
        for (Table table : sides.from().allTables()) {
            for (Column column : table.columns()) {
                if (Objects.equals(column.type().userType(), type.name())
                        && !column.type().array()) {
                    String value = "(" + ReservedWords.quote(column.name()) + ")." + ReservedWords.quote(attribute);
                    return lines(
                            table, column.name() + "_" + attribute, keys(table, column.name(), sides) + value, sides);
                }
            }
        }
        return "Nothing to do while no table holds values of the type: see with `"
                + SqlText.columnsOf(type.name().qualified()) + "`";
    }

    private static String lines(Table table, String what, String values, Sides sides) {
        ObjectName kept = new ObjectName(
                sides.to().namespaces().contains(table.name().namespace())
                        ? table.name().namespace()
                        : ObjectName.DEFAULT_NAMESPACE,
                PostgresNames.make(table.name().name(), what, LABEL));
        String create =
                "CREATE TABLE " + SqlText.name(kept) + " AS SELECT " + values + " FROM " + SqlText.name(table.name());
        return "Where somebody needs them, write `" + SqlText.call(create) + "` above the drop, and `"
                + SqlText.call("DROP TABLE " + SqlText.name(kept)) + "` in downgrade";
    }

    private static String keyed(Table table, String column, Sides sides) {
        String keys = keys(table, column, sides);
        Column kept = table.columnsByName().get(column);
        return keys.isEmpty() || kept == null ? "*" : keys + value(kept, sides);
    }

    /** The columns of the primary key but this one, with a comma behind each. */
    private static String keys(Table table, String but, Sides sides) {
        PrimaryKey key = table.primaryKey();
        if (key == null) {
            return "";
        }
        Set<String> names = new LinkedHashSet<>(key.columns());
        names.remove(but);
        List<String> values = new ArrayList<>();
        names.forEach(name ->
                values.add(value(Objects.requireNonNull(table.columnsByName().get(name)), sides) + ", "));
        return String.join("", values);
    }

    /** A value; as text where its type goes, which nothing may be of then. */
    private static String value(Column column, Sides sides) {
        String name = ReservedWords.quote(column.name());
        return goes(column.type(), sides)
                ? name + "::text" + (column.type().array() ? "[]" : "") + " AS " + name
                : name;
    }

    private static boolean goes(SqlType type, Sides sides) {
        ObjectName user = type.userType();
        return user != null
                && (has(sides.from(), user) && !has(sides.to(), user)
                        || sides.impact().isReplaced(user));
    }

    private static boolean has(Schema schema, ObjectName type) {
        return schema.enums().containsKey(type)
                || schema.composites().containsKey(type)
                || schema.domains().containsKey(type)
                || schema.tables().containsKey(type);
    }
}
