package dev.retort.catalog;

import dev.retort.schema.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;

/** Reads tables, partitioned ones too; partitions are extras. Materialized views are read for their indexes. */
final class TableReader implements KindReader {

    @Override
    public String query() {
        return "tables";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        while (rows.next()) {
            ObjectName name = Rows.name(rows);
            if (!reading.scope().seesTable(name)) {
                continue;
            }
            SortedMap<String, String> storage = Rows.storage(Rows.texts(rows, "storage"));
            Rows.storage(Rows.texts(rows, "toast_storage"))
                    .forEach((option, value) -> storage.put("toast." + option, value));
            long oid = rows.getLong("oid");
            TableDraft draft =
                    new TableDraft(name, rows.getBoolean("unlogged"), storage, Rows.textOrEmpty(rows, "partition_key"));
            draft.parts().comment(reading.comment("pg_class", oid, 0));
            (rows.getBoolean("materialized") ? reading.materialized() : reading.tables()).put(oid, draft);
        }
    }
}
