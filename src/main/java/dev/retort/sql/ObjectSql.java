package dev.retort.sql;

import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlObject;
import java.util.Locale;

/** Spells the dropping of objects that SQL of their own made. */
final class ObjectSql {

    private ObjectSql() {}

    static Statement drop(SqlObject object) {
        ObjectName table = object.table();
        if (object.kind() == SqlObject.Kind.ROW_SECURITY && table != null) {
            return Statement.of("ALTER TABLE " + SqlWriter.name(table)
                    + " DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY");
        }
        return Statement.of("DROP " + named(object));
    }

    /** What stands behind {@code DROP} or {@code COMMENT ON}. */
    static String named(SqlObject object) {
        ObjectName table = object.table();
        String name = object.kind() == SqlObject.Kind.EXTENSION
                ? SqlWriter.identifier(object.name().name())
                : table == null || object.kind().hasNamespace()
                        ? called(object)
                        : SqlWriter.identifier(object.bareName().name()) + " ON " + SqlWriter.name(table);
        String kind = object.kind() == SqlObject.Kind.PARTITION
                ? "TABLE"
                : object.kind().words().toUpperCase(Locale.ROOT);
        return kind + " " + name;
    }

    private static String called(SqlObject object) {
        ObjectName bare = object.bareName();
        return switch (object.kind()) {
            case CAST -> "(" + object.name().name() + ")";
            case OPERATOR ->
                // An operator is never quoted.
                (bare.namespace().equals(ObjectName.DEFAULT_NAMESPACE)
                                ? ""
                                : SqlWriter.identifier(bare.namespace()) + ".")
                        + bare.name()
                        + " "
                        + object.argumentTypes();
            case AGGREGATE ->
                SqlWriter.name(bare) + (object.argumentTypes().equals("()") ? "(*)" : object.argumentTypes());
            default -> SqlWriter.name(bare) + object.argumentTypes();
        };
    }
}
