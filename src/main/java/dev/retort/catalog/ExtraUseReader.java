package dev.retort.catalog;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeSet;

/** Reads which columns triggers, policies, rules, publications and functions with a parsed body read: PostgreSQL neither retypes nor drops one while they stand. */
final class ExtraUseReader implements KindReader {

    @Override
    public String query() {
        return "extra_uses";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        while (rows.next()) {
            ObjectName name = Rows.name(rows);
            String table = rows.getString("table_name");
            Extra extra = new Extra(
                    Extra.Kind.valueOf(Rows.text(rows, "kind")), name, table == null ? null : name.sibling(table), "");
            ObjectName used = new ObjectName(Rows.text(rows, "used_namespace"), Rows.text(rows, "used_name"));
            reading.extraUses()
                    .computeIfAbsent(extra, e -> new TreeSet<>())
                    .add(new ColumnRef(used, Rows.textOrEmpty(rows, "attribute")));
        }
    }
}
