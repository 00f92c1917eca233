package dev.retort.catalog;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeSet;

/** Reads which columns and relations views read. */
final class ViewUseReader implements KindReader {

    @Override
    public String query() {
        return "view_uses";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        while (rows.next()) {
            long view = rows.getLong("view");
            ObjectName used = Rows.name(rows);
            reading.viewRelations()
                    .computeIfAbsent(view, oid -> new TreeSet<>())
                    .add(used);
            String column = rows.getString("attribute");
            if (column != null) {
                reading.viewColumns()
                        .computeIfAbsent(view, oid -> new TreeSet<>())
                        .add(new ColumnRef(used, column));
            }
        }
    }
}
