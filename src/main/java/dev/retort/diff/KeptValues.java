package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.CompositeType.Attribute;
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

    /**
     * Those of an attribute in one column.
     *
     * @param path the attributes that lead to the one that has it, from the outermost
     * @param above the call that loses them
     * @param below the call of downgrade behind which the attribute is there again
     */
    static String attribute(
            Table table,
            Column column,
            List<String> path,
            Attribute attribute,
            String above,
            String below,
            Sides sides) {
        List<Column> keys = key(table, leaving(table, column, sides));
        String value = ReservedWords.quote(column.name());
        for (String step : path) {
            value = "(" + value + ")." + ReservedWords.quote(step);
        }
        value = "(" + value + ")." + ReservedWords.quote(attribute.name());
        boolean taken = keys.stream().anyMatch(k -> k.name().equals(attribute.name()));
        Column kept = Column.of(taken ? LABEL : attribute.name(), attribute.type());
        ObjectName beside = name(
                table,
                column.name() + "_" + path.stream().map(step -> step + "_").collect(Collectors.joining())
                        + attribute.name(),
                sides);
        String create = create(
                beside,
                (keys.isEmpty() ? "" : listed(keys, sides) + ", ")
                        + value
                        + (goes(attribute.type(), sides) ? text(attribute.type()) : "")
                        + (taken ? " AS " + LABEL : ""),
                table);
        return keys.isEmpty()
                ? byHand(create, beside, above, "no key that stays tells whose they are")
                : above(create, above)
                        + new KeptBack(table, beside, sides).attribute(keys, column, path, attribute, kept, below);
    }

    /** Values of a column that holds them within arrays. */
    static String elements(Table table, Column column, Attribute attribute, String above, Sides sides) {
        List<Column> keys = key(table, leaving(table, column, sides));
        ObjectName beside = name(table, column.name() + "_" + attribute.name(), sides);
        String quoted = ReservedWords.quote(column.name());
        String create = create(
                beside, (keys.isEmpty() ? "" : listed(keys, sides) + ", ") + quoted + "::text AS " + quoted, table);
        return byHand(create, beside, above, "they lie within arrays");
    }

    /** What is not there to tell rows apart by. */
    private static List<Column> leaving(Table table, Column column, Sides sides) {
        Table target = sides.to().tables().get(table.name());
        return table.columns().stream()
                .filter(c -> c.equals(column)
                        || target == null
                        || target.column(c.name()).isEmpty())
                .toList();
    }

    /** The statement that keeps whole rows, of which columns get other values. */
    static String rows(Table table, List<String> columns, Sides sides) {
        return create(name(table, String.join("_", columns), sides), "*", table);
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

    private static String above(String create, String call) {
        return "Where somebody needs them, write `" + SqlText.call(create) + "` above " + call + ", and in downgrade, ";
    }

    private static String byHand(String create, ObjectName kept, String above, String why) {
        return above(create, above) + "`" + SqlText.call("DROP TABLE " + SqlText.name(kept)) + "`; " + why
                + ", so write by hand what brings them back";
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
        return goes(column.type(), sides) ? name + text(column.type()) + " AS " + name : name;
    }

    private static String text(SqlType type) {
        return type.array() ? "::text[]" : "::text";
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
