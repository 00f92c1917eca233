package dev.retort.catalog;

import dev.retort.schema.CommentTarget;
import dev.retort.schema.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads namespaces. */
final class NamespaceReader implements KindReader {

    /** What initdb says about {@code public}. */
    private static final String STANDARD_COMMENT = "standard public schema";

    @Override
    public String query() {
        return "namespaces";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        while (rows.next()) {
            String name = Rows.text(rows, "name");
            reading.schema().namespace(name);
            String comment = reading.comment("pg_namespace", rows.getLong("oid"), 0);
            boolean standard = name.equals(ObjectName.DEFAULT_NAMESPACE) && STANDARD_COMMENT.equals(comment);
            if (comment != null && !standard) {
                reading.schema()
                        .comment(
                                new CommentTarget(CommentTarget.Kind.NAMESPACE, new ObjectName(name, name), ""),
                                comment);
            }
        }
    }
}
