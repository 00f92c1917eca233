package dev.retort.random;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is in the columns that both schemas have: the same all the way; of a column that changes its type, how many there are. */
final class KeptRows {

    private final List<String> queries = new ArrayList<>();

    private KeptRows() {}

    static KeptRows of(Schema from, Schema to) {
        KeptRows kept = new KeptRows();
        for (Table table : from.allTables()) {
            Table target = to.tables().get(table.name());
            if (target == null) {
                continue;
            }
            List<String> values = new ArrayList<>();
            for (Column column : table.columns()) {
                Column other = target.column(column.name()).orElse(null);
                if (other == null || column.generated() != null || other.generated() != null) {
                    continue;
                }
                String name = ReservedWords.quote(column.name());
                boolean same = column.type().equals(other.type()) && stays(column.type(), from, to);
                values.add(same ? name + "::text" : "(" + name + "::text IS NOT NULL)");
            }
            if (!values.isEmpty()) {
                kept.queries.add("SELECT " + quoted(table.name()) + " || ROW(" + String.join(", ", values)
                        + ")::text AS line FROM "
                        + sql(table.name()));
            }
        }
        return kept;
    }

    private static String sql(ObjectName name) {
        return ReservedWords.quote(name.namespace()) + "." + ReservedWords.quote(name.name());
    }

    private static String quoted(ObjectName name) {
        return "'" + name.qualified().replace("'", "''") + " '";
    }

    /** Whether the text of a value is the same after: not where attributes of a composite come and go. */
    private static boolean stays(SqlType type, Schema from, Schema to) {
        ObjectName user = type.userType();
        if (user == null) {
            return true;
        }
        if (from.composites().containsKey(user)) {
            return Objects.equals(from.composites().get(user), to.composites().get(user))
                    && from.composites().get(user).attributes().stream().allMatch(a -> stays(a.type(), from, to));
        }
        if (from.domains().containsKey(user)) {
            return to.domains().containsKey(user)
                    && from.domains()
                            .get(user)
                            .base()
                            .equals(to.domains().get(user).base())
                    && stays(from.domains().get(user).base(), from, to);
        }
        return true;
    }

    List<String> read(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        if (queries.isEmpty()) {
            return lines;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(String.join(" UNION ALL ", queries) + " ORDER BY line")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
