package dev.retort.diff;

import dev.retort.operation.ColumnChange;
import dev.retort.schema.Column;
import dev.retort.schema.Domain;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON that becomes lists, or values with attributes. A {@code USING} takes no query, so a list is read as the attribute of a row: PostgreSQL fills it from JSON
 * as it fills any row.
 *
 * @param using the {@code USING} expression of a column
 * @param query what says the same where there may be a query and no row type of the session
 * @param before the statements that make the row type
 * @param after those that drop it
 */
record JsonRecords(String using, String query, List<String> before, List<String> after) {

    /** A list as texts: the options of a table are what each database has a row type for. */
    static String texts(String value, SqlType json) {
        return attribute("pg_class", "reloptions", value, json);
    }

    /** Of a column that gets a type with attributes, or lists of one; null for any other. */
    static @Nullable JsonRecords of(Column column, SqlType from, SqlType to, Schema schema) {
        ObjectName type = to.userType();
        if (type == null || !isJson(from) || !isRecord(type, schema)) {
            return null;
        }
        String value = ReservedWords.quote(column.name());
        String element = to.element().display();
        if (!to.array()) {
            String using = from.base() + "_populate_record(NULL::" + element + ", " + value + ")";
            return new JsonRecords(using, using, List.of(), List.of());
        }
        String row = "pg_temp."
                + ReservedWords.quote(
                        PostgresNames.clip(type.name(), PostgresNames.LONGEST - "_list".length()) + "_list");
        String list = "ARRAY(SELECT " + from.base() + "_populate_recordset(NULL::" + element + ", " + value + "))";
        return new JsonRecords(
                attribute(row, "list", value, from),
                "CASE WHEN " + value + " IS NOT NULL THEN " + list + " END",
                List.of("CREATE TYPE " + row + " AS (list " + to.display() + ")"),
                List.of("DROP TYPE " + row));
    }

    static boolean isJson(SqlType type) {
        return !type.array()
                && type.userType() == null
                && (type.base().equals("json") || type.base().equals("jsonb"));
    }

    /** The changes with this expression. */
    List<ColumnChange> in(List<ColumnChange> changes) {
        return changes.stream()
                .map(c -> c instanceof ColumnChange.SetType set && set.using() != null
                        ? new ColumnChange.SetType(set.type(), set.collation(), using)
                        : c)
                .toList();
    }

    private static String attribute(String row, String attribute, String value, SqlType json) {
        return "(" + json.base() + "_populate_record(NULL::" + row + ", " + json.base() + "_build_object('" + attribute
                + "', " + value + ")))." + attribute;
    }

    private static boolean isRecord(@Nullable ObjectName type, Schema schema) {
        if (type == null || schema.composites().containsKey(type)) {
            return type != null;
        }
        Domain domain = schema.domains().get(type);
        return domain != null
                && !domain.base().array()
                && isRecord(domain.base().userType(), schema);
    }
}
