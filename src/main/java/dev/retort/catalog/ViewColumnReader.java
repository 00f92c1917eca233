package dev.retort.catalog;

import dev.retort.schema.CommentTarget;
import dev.retort.schema.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the comments on columns of views, which the views do not hold. */
final class ViewColumnReader implements KindReader {

    @Override
    public String query() {
        return "view_columns";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        while (rows.next()) {
            long oid = rows.getLong("relation");
            ObjectName view = reading.views().get(oid);
            String comment = reading.comment("pg_class", oid, rows.getInt("number"));
            if (view != null && comment != null) {
                reading.schema().comment(CommentTarget.column(view, Rows.text(rows, "name")), comment);
            }
        }
    }
}
