package dev.retort.catalog;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what is left out and holds on to what is not: a view of another PostgreSQL schema, or one that the settings exclude. */
final class OutsideReader implements KindReader {

    @Override
    public String query() {
        return "outside";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        Map<Extra, SortedSet<ColumnRef>> uses = new TreeMap<>();
        while (rows.next()) {
            ObjectName name = Rows.name(rows);
            ObjectName used = new ObjectName(Rows.text(rows, "used_namespace"), Rows.text(rows, "used_name"));
            if (!reading.scope().sees(name) && reading.scope().seesNamespace(used.namespace())) {
                Extra extra = new Extra(Extra.Kind.OUTSIDE, name, null, Rows.text(rows, "definition"));
                uses.computeIfAbsent(extra, e -> new TreeSet<>())
                        .add(new ColumnRef(used, Rows.textOrEmpty(rows, "attribute")));
            }
        }
        uses.forEach((extra, columns) ->
                reading.schema().extra(new Extra(extra.kind(), extra.name(), null, extra.definition(), columns)));
    }
}
