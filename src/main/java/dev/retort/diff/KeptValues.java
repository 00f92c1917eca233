package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what a change loses in a table beside: the lines to write into the revision, above what drops it, and those that bring it back in downgrade. */
final class KeptValues {

    private static final String LABEL = "kept";

    private KeptValues() {}

    /** Those of all columns that the table loses, with a key that says whose they are; whole rows where there is none. */
    static String columns(TablePair pair, Sides sides) {
        Table table = pair.from();
        List<Column> lost = lost(pair, sides);
        List<Column> keys = key(table, lost);
        ObjectName kept = name(table, lost.size() == 1 ? lost.get(0).name() : "", sides);
        List<Column> selected = new ArrayList<>(keys.isEmpty() ? table.columns() : keys);
        if (!keys.isEmpty()) {
            selected.addAll(lost);
        }
        String create = create(kept, keys.isEmpty() ? values(selected, sides) : listed(selected, sides), table);
        KeptBack back = new KeptBack(table, kept, sides);
        if (!keys.isEmpty()) {
            return above(create) + back.columns(keys, lost);
        }
        return isInherited(table, sides)
                        || isReferred(table, sides)
                        || back.rows().isEmpty()
                ? lines(create, kept)
                        + "; no key that stays tells whose they are, so write by hand what brings them back"
                : above(create) + back.whole(lost)
                        + ": no key that stays tells whose they are, so all rows become what they were, and those written since are lost";
    }

    /** All rows of a table. */
    static String table(Table table, Sides sides) {
        ObjectName kept = name(table, "", sides);
        // The rows of a child that inherits from it are kept with the child.
        String only = isInherited(table, sides) ? "ONLY " : "";
        String create = "CREATE TABLE " + SqlText.name(kept) + " AS SELECT " + values(all(table, sides), sides)
                + " FROM " + only + SqlText.name(table.name());
        KeptBack back = new KeptBack(table, kept, sides);
        return back.rows().isEmpty() ? lines(create, kept) : above(create) + back.rows();
    }

    /** Those of an attribute, in the first column that is of the type. */
    static String attribute(CompositeType type, String attribute, Sides sides) {
        for (Table table : sides.from().allTables()) {
            for (Column column : table.columns()) {
                if (Objects.equals(column.type().userType(), type.name())
                        && !column.type().array()) {
                    List<Column> keys = key(table, List.of(column));
                    String value = "(" + ReservedWords.quote(column.name()) + ")." + ReservedWords.quote(attribute);
                    ObjectName kept = name(table, column.name() + "_" + attribute, sides);
                    String create = create(kept, (keys.isEmpty() ? "" : listed(keys, sides) + ", ") + value, table);
                    return keys.isEmpty()
                            ? lines(create, kept)
                            : above(create) + new KeptBack(table, kept, sides).attribute(keys, column, attribute);
                }
            }
        }
        return "Nothing to do while no table holds values of the type: see with `"
                + SqlText.columnsOf(type.name().qualified()) + "`";
    }

    /** Whether the rows cannot go for a moment, as others refer to them. */
    private static boolean isReferred(Table table, Sides sides) {
        return sides.to().allTables().stream()
                .flatMap(t -> t.foreignKeys().stream())
                .anyMatch(k -> k.target().equals(table.name()));
    }

    private static boolean isInherited(Table table, Sides sides) {
        return (table.options() == null || table.options().partitionKey().isEmpty())
                && sides.from().allTables().stream()
                        .anyMatch(t ->
                                t.options() != null && t.options().inherits().contains(table.name()));
    }

    /** All columns of the table, those that it has of a parent too. */
    static List<Column> all(Table table, Sides sides) {
        Map<String, Column> all = new LinkedHashMap<>();
        if (table.options() != null) {
            for (ObjectName parent : table.options().inherits()) {
                Table its = sides.from().tables().get(parent);
                if (its != null) {
                    all(its, sides).forEach(c -> all.putIfAbsent(c.name(), c));
                }
            }
        }
        all.putAll(table.columnsByName());
        return List.copyOf(all.values());
    }

    private static List<Column> lost(TablePair pair, Sides sides) {
        return pair.from().columns().stream()
                .filter(c -> c.generated() == null
                        && (!pair.toColumns().containsKey(c.name())
                                || sides.impact().isRebuilt(pair.name(), c.name())))
                .toList();
    }

    /** The columns that tell one row from another without what is lost: those of the primary key, or of a unique constraint that holds no null. */
    private static List<Column> key(Table table, List<Column> lost) {
        List<List<String>> keys = new ArrayList<>();
        if (table.primaryKey() != null && !table.primaryKey().withoutOverlaps()) {
            keys.add(table.primaryKey().columns());
        }
        table.uniques().stream()
                .filter(unique -> !unique.withoutOverlaps())
                .map(Unique::columns)
                .forEach(keys::add);
        for (List<String> names : keys) {
            List<Column> columns =
                    names.stream().flatMap(name -> table.column(name).stream()).toList();
            boolean primary = keys.indexOf(names) == 0 && table.primaryKey() != null;
            if (columns.stream().noneMatch(c -> lost.contains(c) || (!primary && c.nullable()))) {
                return columns;
            }
        }
        return List.of();
    }

    /** The name of the table beside: one for each table that loses something, whatever other names are cut to. */
    private static ObjectName name(Table table, String what, Sides sides) {
        String namespace = sides.to().namespaces().contains(table.name().namespace())
                ? table.name().namespace()
                : ObjectName.DEFAULT_NAMESPACE;
        return sides.changes().kept(table.name() + " " + what, () -> {
            Set<ObjectName> taken = new HashSet<>(sides.from().tables().keySet());
            taken.addAll(sides.to().tables().keySet());
            taken.addAll(sides.from().views().keySet());
            taken.addAll(sides.to().views().keySet());
            taken.addAll(sides.changes().kept());
            ObjectName name =
                    new ObjectName(namespace, PostgresNames.make(table.name().name(), what, LABEL));
            for (int number = 1; taken.contains(name); number++) {
                name = new ObjectName(namespace, PostgresNames.make(table.name().name(), what, LABEL + number));
            }
            return name;
        });
    }

    private static String create(ObjectName kept, String values, Table table) {
        return "CREATE TABLE " + SqlText.name(kept) + " AS SELECT " + values + " FROM " + SqlText.name(table.name());
    }

    private static String above(String create) {
        return "Where somebody needs them, write `" + SqlText.call(create) + "` above the drop, and in downgrade, ";
    }

    private static String lines(String create, ObjectName kept) {
        return "Where somebody needs them, write `" + SqlText.call(create) + "` above the drop, and `"
                + SqlText.call("DROP TABLE " + SqlText.name(kept)) + "` in downgrade";
    }

    private static String values(List<Column> columns, Sides sides) {
        return columns.stream().noneMatch(c -> goes(c.type(), sides)) ? "*" : listed(columns, sides);
    }

    private static String listed(List<Column> columns, Sides sides) {
        return columns.stream().map(c -> value(c, sides)).collect(Collectors.joining(", "));
    }

    /** A value; as text where its type goes, which nothing may be of then. */
    private static String value(Column column, Sides sides) {
        String name = ReservedWords.quote(column.name());
        return goes(column.type(), sides)
                ? name + "::text" + (column.type().array() ? "[]" : "") + " AS " + name
                : name;
    }

    /** Whether the type is not there, or another one, once the change is done. */
    static boolean goes(SqlType type, Sides sides) {
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
