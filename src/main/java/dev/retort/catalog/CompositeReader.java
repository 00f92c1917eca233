package dev.retort.catalog;

import dev.retort.schema.CommentTarget;
import dev.retort.schema.CompositeType;
import dev.retort.schema.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads stand-alone composite types. */
final class CompositeReader implements KindReader {

    @Override
    public String query() {
        return "composites";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        Map<ObjectName, List<CompositeType.Attribute>> composites = new LinkedHashMap<>();
        while (rows.next()) {
            ObjectName name = Rows.name(rows);
            List<CompositeType.Attribute> attributes = composites.get(name);
            if (attributes == null) {
                attributes = new ArrayList<>();
                composites.put(name, attributes);
                reading.comment("pg_type", rows.getLong("oid"), new CommentTarget(CommentTarget.Kind.TYPE, name, ""));
            }
            String attribute = rows.getString("attribute");
            if (attribute != null) {
                attributes.add(new CompositeType.Attribute(attribute, reading.type(Rows.text(rows, "type"))));
                String comment = reading.comment("pg_class", rows.getLong("relation"), rows.getInt("number"));
                if (comment != null) {
                    reading.schema().comment(CommentTarget.column(name, attribute), comment);
                }
            }
        }
        composites.forEach((name, attributes) -> reading.schema().composite(new CompositeType(name, attributes)));
    }
}
