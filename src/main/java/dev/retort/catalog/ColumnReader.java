package dev.retort.catalog;

import dev.retort.schema.Column;
import dev.retort.schema.Expression;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the columns of tables. */
final class ColumnReader implements KindReader {

    /** What is left of {@code DEFAULT NULL} where the type has a modifier; without one nothing is. */
    private static final Pattern NULL = Pattern.compile("NULL::([a-z0-9_ .,()\\[\\]]|\"[^\"]+\")+");

    @Override
    public String query() {
        return "columns";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        while (rows.next()) {
            long oid = rows.getLong("relation");
            TableDraft table = reading.relation(oid);
            if (table == null) {
                continue;
            }
            int number = rows.getInt("number");
            String name = Rows.text(rows, "name");
            SqlType type = reading.type(Rows.text(rows, "type"));
            long collation = rows.getLong("collation");
            table.column(number, name, type, collation);
            if (rows.getBoolean("local")) {
                String generated = Rows.text(rows, "generated");
                String expression = rows.getString("expression");
                table.parts()
                        .column(new Column(
                                name,
                                type,
                                !rows.getBoolean("required"),
                                expression == null || !generated.isEmpty() || isNull(rows, expression)
                                        ? null
                                        : Expression.printedDefault(expression, type),
                                identity(
                                        Rows.text(rows, "identity"),
                                        reading.identities().get(new Reading.Address("pg_class", oid, number))),
                                expression == null || generated.isEmpty()
                                        ? null
                                        : new Generated(table.expression(expression), generated.equals("s")),
                                reading.collation(collation, rows.getLong("type_collation")),
                                reading.comment("pg_class", oid, number)));
            }
        }
    }

    private static boolean isNull(ResultSet rows, String expression) throws SQLException {
        return !rows.getBoolean("domain_default") && NULL.matcher(expression).matches();
    }

    private static @Nullable Identity identity(String kind, @Nullable SequenceOptions options) {
        if (kind.isEmpty() || options == null) {
            return null;
        }
        return new Identity(kind.equals("a") ? Identity.Kind.ALWAYS : Identity.Kind.BY_DEFAULT, options);
    }
}
