package dev.retort.sql;

import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlObject;

/** Spells the dropping of objects that SQL of their own made. */
final class ObjectSql {

    private ObjectSql() {}

    static Statement drop(SqlObject object) {
        ObjectName table = object.table();
        String name = table == null || object.kind() == SqlObject.Kind.STATISTICS
                ? SqlWriter.name(object.bareName()) + object.argumentTypes()
                : SqlWriter.identifier(object.bareName().name()) + " ON " + SqlWriter.name(table);
        return Statement.of("DROP " + object.kind().name() + " " + name);
    }
}
