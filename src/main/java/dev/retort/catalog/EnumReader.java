package dev.retort.catalog;

import dev.retort.schema.CommentTarget;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads enum types. */
final class EnumReader implements KindReader {

    @Override
    public String query() {
        return "enums";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        Map<ObjectName, List<String>> enums = new LinkedHashMap<>();
        while (rows.next()) {
            ObjectName name = Rows.name(rows);
            List<String> labels = enums.get(name);
            if (labels == null) {
                labels = new ArrayList<>();
                enums.put(name, labels);
                reading.comment("pg_type", rows.getLong("oid"), new CommentTarget(CommentTarget.Kind.TYPE, name, ""));
            }
            String label = rows.getString("label");
            if (label != null) {
                labels.add(label);
            }
        }
        enums.forEach((name, labels) -> reading.schema().enumType(new EnumType(name, labels)));
    }
}
