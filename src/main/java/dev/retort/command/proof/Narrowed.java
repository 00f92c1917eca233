package dev.retort.command.proof;

import dev.retort.schema.EnumType;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Set;

/** What a type without user types leaves room for, where its values shall fit another type as well. */
final class Narrowed {

    private static final int ENDLESS = 1_000;

    private static final Set<String> TEXTS = Set.of("text", "character varying", "character");

    private Narrowed() {}

    /** A type whose values are some of both; the first where nothing is known of the two. */
    static SqlType of(SqlType type, SqlType fit) {
        if (type.array() || fit.array() || type.userType() != null || fit.userType() != null) {
            return type;
        }
        if (isText(type) && isText(fit)) {
            return length(fit) < length(type) ? new SqlType(null, type.base(), length(fit) + "", false) : type;
        } else if (isNumber(type) && (isNumber(fit) || isText(fit))) {
            int room = isText(fit) ? digits(length(fit), scale(type)) : whole(fit);
            return room < whole(type) ? numeric(room, Math.min(scale(type), isText(fit) ? 0 : scale(fit))) : type;
        } else if (type.base().startsWith("bit") && fit.base().equals("bit varying")) {
            return length(fit) < length(type) ? type.equals(fit) ? type : bits(type, length(fit)) : type;
        }
        return type;
    }

    /** The labels of an enum that a text, or another enum, can say as well; all where there are none. */
    static List<String> labels(List<String> labels, List<SqlType> fits, Schema after) {
        List<String> left = labels;
        for (SqlType fit : fits) {
            EnumType other =
                    fit.userType() == null || fit.array() ? null : after.enums().get(fit.userType());
            List<String> fitting = left.stream()
                    .filter(label -> other != null
                            ? other.labels().contains(label)
                            : !isText(fit) || label.length() <= length(fit))
                    .toList();
            left = fitting.isEmpty() ? left : fitting;
        }
        return left;
    }

    static boolean isText(SqlType type) {
        return !type.array() && type.userType() == null && TEXTS.contains(type.base());
    }

    private static SqlType bits(SqlType type, int length) {
        return type.base().equals("bit varying") ? new SqlType(null, type.base(), length + "", false) : type;
    }

    private static SqlType numeric(int whole, int scale) {
        int behind = whole > 0 ? scale : Math.max(1 - whole, scale);
        return new SqlType(null, "numeric", Math.max(1, whole + behind) + "," + behind, false);
    }

    /** Digits before the point that a text of this length has room for, beside those behind it. */
    private static int digits(int length, int scale) {
        return Math.max(1, length - (scale > 0 ? Math.min(scale, ENDLESS) + 1 : 0));
    }

    static int length(SqlType type) {
        if (!type.modifiers().isEmpty()) {
            return Integer.parseInt(type.modifiers().strip());
        }
        return type.base().equals("character") || type.base().equals("bit") ? 1 : ENDLESS;
    }

    private static boolean isNumber(SqlType type) {
        return whole(type) > -ENDLESS;
    }

    /** Digits before the point; {@code -ENDLESS} for what is no number. */
    private static int whole(SqlType type) {
        if (type.array() || type.userType() != null) {
            return -ENDLESS;
        }
        return switch (type.base()) {
            case "smallint" -> 4;
            case "integer", "oid" -> 9;
            case "bigint", "money" -> 16;
            case "real", "double precision" -> ENDLESS / 2;
            case "numeric" -> type.modifiers().isEmpty() ? ENDLESS : part(type, 0) - part(type, 1);
            default -> -ENDLESS;
        };
    }

    private static int scale(SqlType type) {
        return switch (type.base()) {
            case "numeric" -> type.modifiers().isEmpty() ? 1 : Math.max(0, part(type, 1));
            case "money" -> 2;
            default -> 0;
        };
    }

    private static int part(SqlType numeric, int at) {
        String[] parts = numeric.modifiers().split(",", -1);
        return at < parts.length ? Integer.parseInt(parts[at].strip()) : 0;
    }
}
