package dev.retort.catalog;

import dev.retort.schema.Check;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Exclusion;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Unique;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Reads the constraints of tables. */
final class ConstraintReader implements KindReader {

    @Override
    public String query() {
        return "constraints";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        while (rows.next()) {
            TableDraft table = reading.tables().get(rows.getLong("relation"));
            if (table == null) {
                continue;
            }
            String name = Rows.text(rows, "name");
            table.parts().constraint(constraint(rows, name, table));
            reading.comment(
                    "pg_constraint",
                    rows.getLong("oid"),
                    new CommentTarget(CommentTarget.Kind.CONSTRAINT, table.name(), name));
            reading.referenced(rows.getLong("rests_on"));
            reading.uniqueIndex(rows.getLong("index_oid"), table.name().sibling(name));
            // The index that a constraint owns can have a comment of its own.
            reading.comment(
                    "pg_class",
                    rows.getLong("index_oid"),
                    new CommentTarget(CommentTarget.Kind.INDEX, table.name().sibling(name), ""));
        }
    }

    private static Constraint constraint(ResultSet rows, String name, TableDraft table) throws SQLException {
        String kind = Rows.text(rows, "kind");
        return switch (kind) {
            case "p" ->
                new PrimaryKey(
                        name, key(rows, table), include(rows, table), deferrability(rows), rows.getBoolean("period"));
            case "u" ->
                new Unique(
                        name,
                        key(rows, table),
                        rows.getBoolean("nulls_not_distinct"),
                        include(rows, table),
                        deferrability(rows),
                        rows.getBoolean("period"));
            case "c" ->
                new Check(
                        name,
                        table.expression(Rows.text(rows, "definition")),
                        rows.getBoolean("no_inherit"),
                        rows.getBoolean("validated"),
                        rows.getBoolean("enforced"));
            case "n" ->
                new NotNull(name, key(rows, table).get(0), rows.getBoolean("no_inherit"), rows.getBoolean("validated"));
            case "x" -> new Exclusion(name, Rows.text(rows, "definition"));
            case "f" -> foreignKey(rows, name, table);
            default -> throw new IllegalStateException("pg_constraint.contype " + kind);
        };
    }

    private static ForeignKey foreignKey(ResultSet rows, String name, TableDraft table) throws SQLException {
        return new ForeignKey(
                name,
                key(rows, table),
                new ObjectName(Rows.text(rows, "target_namespace"), Rows.text(rows, "target_name")),
                Rows.texts(rows, "target_columns"),
                action(Rows.text(rows, "on_delete")),
                action(Rows.text(rows, "on_update")),
                table.columns(Rows.textOrEmpty(rows, "set_columns")),
                Rows.text(rows, "match").equals("f"),
                deferrability(rows),
                rows.getBoolean("validated"),
                rows.getBoolean("period"),
                rows.getBoolean("enforced"));
    }

    private static List<String> key(ResultSet rows, TableDraft table) throws SQLException {
        return table.columns(Rows.text(rows, "key"));
    }

    /** What the index holds beyond its keys. */
    private static List<String> include(ResultSet rows, TableDraft table) throws SQLException {
        return Arrays.stream(Rows.numbers(rows.getString("index_key")))
                .skip(rows.getInt("index_keys"))
                .mapToObj(number -> table.column((int) number))
                .toList();
    }

    private static Deferrability deferrability(ResultSet rows) throws SQLException {
        if (!rows.getBoolean("deferrable")) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return rows.getBoolean("deferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    private static ForeignKey.Action action(String code) {
        return switch (code) {
            case "a" -> ForeignKey.Action.NO_ACTION;
            case "r" -> ForeignKey.Action.RESTRICT;
            case "c" -> ForeignKey.Action.CASCADE;
            case "n" -> ForeignKey.Action.SET_NULL;
            case "d" -> ForeignKey.Action.SET_DEFAULT;
            default -> throw new IllegalStateException("pg_constraint action " + code);
        };
    }
}
