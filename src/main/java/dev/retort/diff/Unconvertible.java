package dev.retort.diff;

import dev.retort.schema.EnumType;
import dev.retort.schema.SqlType;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds values that a conversion by {@code USING} fails on: texts that are no numbers, identifiers or truth values, and what is no value of an enum. What the
 * server reads in many spellings, such as dates, is not looked for, as nothing before PostgreSQL 16 tells without failing.
 */
final class Unconvertible {

    private static final String UUID = "^[{]?([0-9a-f]{4}-?){8}[}]?$";

    /** How texts of a type look, in any case. */
    private static final Map<String, String> LOOKS = Map.of(
            "uuid",
            UUID,
            "boolean",
            "^[[:space:]]*(t|tr|tru|true|f|fa|fal|fals|false|y|ye|yes|n|no|on|of|off|0|1)[[:space:]]*$");

    private static final Set<String> ORDINAL = Set.of("smallint", "integer", "bigint");

    private Unconvertible() {}

    /**
     * The condition for rows whose value does not convert; null where none is known.
     *
     * @param column the column, as SQL
     * @param target the enum that the new type is; null for none
     */
    static @Nullable String condition(String column, SqlType from, SqlType to, @Nullable EnumType target) {
        if (from.array() || to.array()) {
            return null;
        } else if (target != null) {
            return from.userType() != null || TypeCasts.isString(from) || ORDINAL.contains(from.base())
                    ? column + "::text NOT IN ("
                            + target.labels().stream().map(SqlText::literal).collect(Collectors.joining(", ")) + ")"
                    : null;
        }
        if (from.base().equals("bytea") && to.base().equals("uuid")) {
            return "octet_length(" + column + ") <> 16";
        }
        if (to.userType() != null || !TypeCasts.isString(from)) {
            return null;
        }
        String look = LOOKS.get(to.base());
        return look == null ? TextNumbers.unconvertible(column, to) : column + " !~* " + SqlText.literal(look);
    }
}
