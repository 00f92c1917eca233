package dev.retort.catalog;

import dev.retort.schema.Check;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.Domain;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads domains. */
final class DomainReader implements KindReader {

    @Override
    public String query() {
        return "domains";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        Map<ObjectName, Domain> domains = new LinkedHashMap<>();
        while (rows.next()) {
            ObjectName name = Rows.name(rows);
            Domain domain = domains.get(name);
            if (domain == null) {
                domain = bare(rows, name, reading);
                reading.comment("pg_type", rows.getLong("oid"), new CommentTarget(CommentTarget.Kind.DOMAIN, name, ""));
            }
            String check = rows.getString("check_name");
            if (check != null) {
                List<Check> checks = new ArrayList<>(domain.checks());
                checks.add(new Check(
                        check,
                        checked(Rows.text(rows, "check_expression"), domain.base()),
                        false,
                        rows.getBoolean("check_validated")));
                reading.comment(
                        "pg_constraint",
                        rows.getLong("check_oid"),
                        new CommentTarget(CommentTarget.Kind.DOMAIN_CONSTRAINT, name, check));
                domain = new Domain(
                        name, domain.base(), domain.nullable(), domain.defaultValue(), domain.collation(), checks);
            }
            domains.put(name, domain);
        }
        domains.values().forEach(reading.schema()::domain);
    }

    private static Domain bare(ResultSet rows, ObjectName name, Reading reading) throws SQLException {
        String expression = rows.getString("expression");
        SqlType base = reading.type(Rows.text(rows, "base"));
        return new Domain(
                name,
                base,
                !rows.getBoolean("required"),
                expression == null ? null : Expression.printedDefault(expression, base),
                reading.collation(rows.getLong("collation"), rows.getLong("type_collation")),
                List.of());
    }

    /** An expression over {@code VALUE}. */
    static Expression checked(String printed, SqlType base) {
        return Expression.printed(printed, column -> column.equalsIgnoreCase("value") ? base : null);
    }
}
