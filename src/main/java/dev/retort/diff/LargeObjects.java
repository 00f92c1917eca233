package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;

/**
 * Warns where columns go that may refer to large objects, as those of Hibernate's {@code @Lob} do: large objects have a life of their own, and PostgreSQL
 * deletes none with a row, a column or a table.
 */
final class LargeObjects {

    private static final SqlType OID = SqlType.builtin("oid");

    private LargeObjects() {}

    static void dropped(Table table, Changes changes) {
        table.columns().forEach(column -> dropped(table.name(), column, changes));
    }

    static void dropped(ObjectName table, Column column, Changes changes) {
        if (column.type().equals(OID)) {
            String name = ReservedWords.quote(column.name());
            stay(
                    table,
                    column,
                    "Where nothing else refers to them, unlink them first: `SELECT lo_unlink(" + name + ") FROM "
                            + SqlText.name(table) + " WHERE " + name + " IS NOT NULL`",
                    changes);
        }
    }

    /** A column whose large objects were read into it. */
    static void converted(ObjectName table, Column from, Conversion conversion, Changes changes) {
        String using = conversion.using();
        if (from.type().equals(OID) && using != null && using.contains("lo_get(")) {
            stay(table, from, "PostgreSQL's `vacuumlo DATABASE` finds and removes them afterwards", changes);
        }
    }

    private static void stay(ObjectName table, Column column, String cure, Changes changes) {
        changes.warn(
                "large-objects-stay",
                Warning.Level.WARNING,
                table.qualified() + "." + column.name(),
                "the large objects that " + table.display() + "." + column.name()
                        + " refers to, such as those of @Lob, stay in the database, and nothing refers to them then",
                cure);
    }
}
