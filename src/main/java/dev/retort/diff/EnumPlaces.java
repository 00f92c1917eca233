package dev.retort.diff;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds where rows may hold values of an enum type: in its columns, and within those of domains and composites that are made of it. */
final class EnumPlaces {

    private final ObjectName type;
    private final Schema schema;
    private final String values;

    /** Looks for values, as SQL constants. */
    EnumPlaces(ObjectName type, Schema schema, List<String> values) {
        this.type = type;
        this.schema = schema;
        this.values = String.join(", ", values);
    }

    /** The condition for rows that hold one of the values in the column; empty where the column's type is not made of the enum. */
    String condition(ColumnRef column, String sql) {
        return condition(
                Objects.requireNonNull(schema.tables().get(column.table()))
                        .column(column.column())
                        .orElseThrow()
                        .type(),
                sql);
    }

    private String condition(SqlType is, String value) {
        ObjectName name = is.userType();
        Domain domain = name == null ? null : schema.domains().get(name);
        CompositeType composite = name == null ? null : schema.composites().get(name);
        if (type.equals(name)) {
            return is.array()
                    ? value + "::text[] && ARRAY[" + values + "]::text[]"
                    : value + "::text IN (" + values + ")";
        } else if (domain == null && composite == null) {
            return "";
        } else if (is.array()) {
            String each = condition(is.element(), "u.v");
            return each.isEmpty()
                    ? ""
                    : "EXISTS (SELECT 1 FROM (SELECT unnest(" + value + ") AS v) AS u WHERE " + each + ")";
        }
        Stream<String> parts = domain != null
                ? Stream.of(condition(domain.base(), value))
                : Objects.requireNonNull(composite).attributes().stream()
                        .map(a -> condition(a.type(), "(" + value + ")." + ReservedWords.quote(a.name())));
        return parts.filter(p -> !p.isEmpty()).collect(Collectors.joining(" OR "));
    }

    /** The enum types that an expression casts to and that get values: those cannot be spoken of before. */
    static Set<String> freshIn(String sql, Sides sides) {
        Set<String> casts = new TreeSet<>();
        Impact.castTypes(sql).forEach(type -> sides.to().enums().forEach((name, shall) -> {
            EnumType is = sides.from().enums().get(name);
            if (name.name().equals(type) && (is == null || !is.labels().containsAll(shall.labels()))) {
                casts.add(type);
            }
        }));
        return casts;
    }
}
