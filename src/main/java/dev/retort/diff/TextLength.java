package dev.retort.diff;

import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long the texts of a type's values can be: what becomes a text of limited length may not fit (the output formats of the manual's chapter 8). */
final class TextLength {

    /** No type's text is longer than this unless nothing bounds it. */
    static final long UNLIMITED = Long.MAX_VALUE;

    private static final Map<String, Integer> FIXED = Map.ofEntries(
            Map.entry("smallint", 6),
            Map.entry("integer", 11),
            Map.entry("bigint", 20),
            Map.entry("real", 15),
            Map.entry("double precision", 24),
            Map.entry("boolean", 5),
            // Years of more than four digits, or before Christ.
            Map.entry("date", 13),
            Map.entry("interval", 66),
            Map.entry("uuid", 36),
            Map.entry("inet", 43),
            Map.entry("cidr", 43),
            Map.entry("macaddr", 17),
            Map.entry("macaddr8", 23));

    private static final int OFFSET = 9;

    private TextLength() {}

    /** Of a built-in type, or the elements of an array. */
    static long longest(SqlType type) {
        Integer fixed = FIXED.get(type.base());
        if (fixed != null) {
            return fixed;
        }
        return switch (type.base()) {
            case "numeric" -> numeric(type);
            case "bit" -> type.modifiers().isEmpty() ? 1 : number(type);
            case "bit varying" -> type.modifiers().isEmpty() ? UNLIMITED : number(type);
            case "timestamp without time zone" -> 22 + fraction(type);
            case "timestamp with time zone" -> 22 + fraction(type) + OFFSET;
            case "time without time zone" -> 8 + fraction(type);
            case "time with time zone" -> 8 + fraction(type) + OFFSET;
            default -> TypeCasts.isString(type.element()) ? Narrowing.length(type) : UNLIMITED;
        };
    }

    /** Of any type, by what the schema knows of it. */
    static long longest(SqlType type, Schema schema) {
        if (type.userType() == null) {
            return longest(type);
        }
        EnumType labels = schema.enums().get(type.userType());
        if (labels != null) {
            return labels.labels().stream().mapToInt(String::length).max().orElse(0);
        }
        @Nullable Domain domain = schema.domains().get(type.userType());
        return domain == null || domain.base().array() ? UNLIMITED : longest(domain.base(), schema);
    }

    /** The sign, a nought where nothing stands before the point, and the point. */
    private static long numeric(SqlType type) {
        if (type.modifiers().isEmpty()) {
            return UNLIMITED;
        }
        long whole = Math.max(1, Narrowing.whole(type));
        long scale = Math.max(0, Narrowing.scale(type));
        return Math.max("NaN".length(), 1 + whole + (scale > 0 ? 1 + scale : 0));
    }

    private static long fraction(SqlType type) {
        long digits = type.modifiers().isEmpty() ? 6 : number(type);
        return digits > 0 ? digits + 1 : 0;
    }

    private static long number(SqlType type) {
        return Long.parseLong(type.modifiers().strip());
    }
}
