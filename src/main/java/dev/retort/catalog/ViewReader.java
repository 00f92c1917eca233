package dev.retort.catalog;

import dev.retort.schema.CommentTarget;
import dev.retort.schema.ObjectName;
import dev.retort.schema.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/** Reads views and materialized views. */
final class ViewReader implements KindReader {

    @Override
    public String query() {
        return "views";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        while (rows.next()) {
            ObjectName name = Rows.name(rows);
            if (!reading.scope().sees(name)) {
                continue;
            }
            long oid = rows.getLong("oid");
            boolean materialized = rows.getBoolean("materialized");
            TableDraft draft = reading.materialized().get(oid);
            reading.views().put(oid, name);
            reading.schema()
                    .view(new View(
                            name,
                            withoutEnd(Rows.text(rows, "query")),
                            materialized,
                            reading.viewColumns().getOrDefault(oid, new TreeSet<>()),
                            reading.viewRelations().getOrDefault(oid, new TreeSet<>()),
                            draft == null ? List.of() : draft.parts().build().indexes()));
            reading.comment(
                    "pg_class",
                    oid,
                    new CommentTarget(
                            materialized ? CommentTarget.Kind.MATERIALIZED_VIEW : CommentTarget.Kind.VIEW, name, ""));
        }
    }

    /** {@code pg_get_viewdef} prints a statement: a blank in front, a semicolon behind. */
    static String withoutEnd(String definition) {
        String query = definition.strip();
        return query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
    }
}
