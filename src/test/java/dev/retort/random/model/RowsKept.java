package dev.retort.random.model;

import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What is in the columns that both models have, under whatever name: the same all the way; of a column of another type, how many values there are. */
final class RowsKept {

    private final Schema from;
    private final Schema to;
    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();

    /**
     * Follows the columns by name, and through renames; what is dropped and made again must have what it had all the same.
     *
     * @param answered columns whose rows an answer fills or maps
     */
    RowsKept(Schema from, Schema to, List<Operation> up, Set<ColumnRef> answered) {
        this.from = from;
        this.to = to;
        for (Table table : from.allTables()) {
            ObjectName name = renamed(table.name(), up);
            Table target = to.tables().get(name);
            if (target != null) {
                table(table, target, up, answered);
            }
        }
    }

    private void table(Table table, Table target, List<Operation> up, Set<ColumnRef> answered) {
        Map<String, String> columns = new TreeMap<>();
        table.columns().forEach(c -> columns.put(c.name(), c.name()));
        for (Operation operation : up) {
            if (operation instanceof RenameColumn rename && rename.table().equals(target.name())) {
                columns.replaceAll((old, now) -> now.equals(rename.from()) ? rename.to() : now);
            }
        }
        for (Column column : table.columns()) {
            Column other = target.column(columns.get(column.name())).orElse(null);
            if (other == null
                    || column.generated() != null
                    || other.generated() != null
                    || answered.contains(new ColumnRef(target.name(), other.name()))) {
                continue;
            }
            boolean same =
                    column.type().equals(other.type()) && stays(column.type().userType());
            before.add(query(table, column, same));
            after.add(query(target, other, same).replace(label(target, other), label(table, column)));
        }
    }

    /** Whether a value of the type is the same text after: not where labels are renamed, or attributes come and go. */
    private boolean stays(ObjectName type) {
        return type == null
                || (Objects.equals(from.enums().get(type), to.enums().get(type))
                        && Objects.equals(
                                from.composites().get(type), to.composites().get(type)));
    }

    private static ObjectName renamed(ObjectName name, List<Operation> up) {
        ObjectName now = name;
        for (Operation operation : up) {
            if (operation instanceof RenameTable rename && rename.from().equals(now)) {
                now = rename.to();
            }
        }
        return now;
    }

    private static String label(Table table, Column column) {
        return "'" + (table.name().qualified() + "." + column.name()).replace("'", "''") + " '";
    }

    private static String query(Table table, Column column, boolean same) {
        String name = ReservedWords.quote(column.name());
        return "SELECT " + label(table, column) + " || count(*) || ' ' || count(" + name + ")"
                + (same
                        ? " || ' ' || md5(string_agg(" + name + "::text, ',' ORDER BY " + name
                                + "::text COLLATE \"C\"))"
                        : "")
                + " AS line FROM " + ReservedWords.quote(table.name().namespace()) + "."
                + ReservedWords.quote(table.name().name());
    }

    List<String> before(Connection connection) throws SQLException {
        return read(connection, before);
    }

    List<String> after(Connection connection) throws SQLException {
        return read(connection, after);
    }

    private static List<String> read(Connection connection, List<String> queries) throws SQLException {
        List<String> lines = new ArrayList<>();
        if (queries.isEmpty()) {
            return lines;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(String.join(" UNION ALL ", queries) + " ORDER BY line")) {
            while (rows.next()) {
                lines.add(String.valueOf(rows.getString(1)));
            }
        }
        return lines;
    }
}
