package dev.retort.sql;

import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlObject;

/** Spells the dropping of objects that SQL of their own made. */
final class ObjectSql {

    private ObjectSql() {}

    static Statement drop(SqlObject object) {
        ObjectName table = object.table();
        if (object.kind() == SqlObject.Kind.ROW_SECURITY && table != null) {
            return Statement.of("ALTER TABLE " + SqlWriter.name(table)
                    + " DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY");
        } else if (object.kind() == SqlObject.Kind.EXTENSION) {
            return Statement.of(
                    "DROP EXTENSION " + SqlWriter.identifier(object.name().name()));
        }
        String name = table == null || object.kind() == SqlObject.Kind.STATISTICS
                ? SqlWriter.name(object.bareName()) + object.argumentTypes()
                : SqlWriter.identifier(object.bareName().name()) + " ON " + SqlWriter.name(table);
        return Statement.of("DROP " + object.kind().name() + " " + name);
    }
}
