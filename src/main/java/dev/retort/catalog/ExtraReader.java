package dev.retort.catalog;

import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** Reads what is seen and never changed. */
final class ExtraReader implements KindReader {

    /** Kinds that are relations themselves, and so fall under the scope by their own name too. */
    private static final Set<Extra.Kind> RELATIONS = EnumSet.of(Extra.Kind.PARTITION, Extra.Kind.FOREIGN_TABLE);

    private final String query;

    /** One of the queries that read such objects. */
    ExtraReader(String query) {
        this.query = query;
    }

    @Override
    public String query() {
        return query;
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        while (rows.next()) {
            Extra.Kind kind = Extra.Kind.valueOf(Rows.text(rows, "kind"));
            ObjectName name = Rows.name(rows);
            String tableName = rows.getString("table_name");
            ObjectName table = tableName == null ? null : new ObjectName(Rows.text(rows, "table_namespace"), tableName);
            // What calls a function holds on to it, whether it is looked at or not.
            boolean visible = kind == Extra.Kind.FUNCTION_USE
                    || (table == null || reading.scope().seesTable(table))
                            && (!RELATIONS.contains(kind) || reading.scope().seesTable(name));
            if (visible) {
                String definition = Rows.textOrEmpty(rows, "definition");
                reading.schema()
                        .extra(new Extra(
                                kind,
                                name,
                                table,
                                definition,
                                reading.extraUses().getOrDefault(new Extra(kind, name, table, ""), new TreeSet<>())));
            }
        }
    }
}
