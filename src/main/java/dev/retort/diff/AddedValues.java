package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.Domain;
import dev.retort.schema.Expression;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether every row is written when a column is added: PostgreSQL keeps one value for all old rows where it is the same for all of them, and otherwise, or
 * where a domain has something to check, writes the table anew.
 */
final class AddedValues {

    private static final Pattern CALL = Pattern.compile("(\"(?:[^\"]|\"\")+\"|[A-Za-z_][\\w$]*)\\s*\\(");

    /** What PostgreSQL evaluates once; whatever else a default calls is taken for one that gives each row its own. */
    private static final Set<String> ONCE = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "current_setting",
            "timezone",
            "date_trunc",
            "date_part",
            "extract",
            "make_date",
            "make_interval",
            "make_timestamp",
            "make_timestamptz",
            "to_timestamp",
            "to_date",
            "to_char",
            "upper",
            "lower",
            "concat",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "abs",
            "round",
            "length",
            "jsonb_build_object",
            "jsonb_build_array",
            "json_build_object",
            "json_build_array",
            "to_jsonb",
            "to_json",
            "array",
            "row",
            "int4range",
            "int8range",
            "numrange",
            "daterange",
            "tsrange",
            "tstzrange",
            "varchar",
            "varying",
            "character",
            "char",
            "bpchar",
            "numeric",
            "timestamp",
            "timestamptz",
            "time",
            "interval",
            "bit");

    private AddedValues() {}

    static boolean areWritten(Column column, Schema schema) {
        return column.identity() != null
                || (column.generated() != null && !column.generated().virtual())
                || isConstrained(column.type(), schema)
                || differs(column.defaultValue());
    }

    /** Whether a type is a domain with something to check. */
    static boolean isConstrained(SqlType type, Schema schema) {
        Domain domain = type.userType() == null ? null : schema.domains().get(type.userType());
        return domain != null
                && (!domain.nullable() || !domain.checks().isEmpty() || isConstrained(domain.base(), schema));
    }

    /** Whether each row may get a value of its own. */
    private static boolean differs(@Nullable Expression value) {
        if (value == null) {
            return false;
        }
        Matcher call = CALL.matcher(value.sql().replaceAll("'(?:[^']|'')*'", "''"));
        while (call.find()) {
            if (!ONCE.contains(call.group(1).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
