package dev.retort.migration;

import dev.retort.RevisionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.Year;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Java value as PostgreSQL reads it.
 *
 * @param text the value as text; null for null
 * @param cast the type it is of; empty where the place says, as for a string that may be JSON or an enum's label
 * @param bare whether the text needs no quotes
 */
record SqlLiteral(@Nullable String text, String cast, boolean bare) {

    private static final SqlLiteral NULL = new SqlLiteral(null, "", true);

    /**
     * The literal for a value.
     *
     * @throws RevisionException if PostgreSQL has no place for the class
     */
    static SqlLiteral of(@Nullable Object value) {
        if (value == null) {
            return NULL;
        } else if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        } else if (value instanceof CharSequence || value instanceof Character) {
            return text(value.toString());
        } else if (value instanceof Enum<?> constant) {
            return text(constant.name());
        } else if (value instanceof Boolean) {
            return bare(value, "boolean");
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof UUID) {
            return new SqlLiteral(value.toString(), "uuid", false);
        } else if (value instanceof Duration || value instanceof Period) {
            return new SqlLiteral(value.toString(), "interval", false);
        } else if (value instanceof byte[] bytes) {
            return new SqlLiteral("\\x" + HexFormat.of().formatHex(bytes), "bytea", false);
        } else if (value instanceof Collection<?> || value.getClass().isArray()) {
            return ArrayLiteral.of(value);
        }
        SqlLiteral other = ofText(value);
        return other != null ? other : ofTime(value);
    }

    /** What PostgreSQL reads from its text; a map as the JSON object that it is. */
    private static @Nullable SqlLiteral ofText(Object value) {
        if (value instanceof Map<?, ?> map) {
            return text(JsonText.of(map));
        } else if (value instanceof InetAddress address) {
            return new SqlLiteral(address.getHostAddress(), "inet", false);
        } else if (value instanceof URI || value instanceof URL || value instanceof Path) {
            return text(value.toString());
        } else if (value instanceof Year year) {
            return number(year.getValue());
        }
        return null;
    }

    private static SqlLiteral ofTime(Object value) {
        SqlLiteral time = TimeLiteral.of(value);
        if (time == null) {
            throw new RevisionException(
                    "A value of " + value.getClass().getName() + " cannot be written into SQL",
                    "PostgreSQL has no type that it would be.",
                    "Give its text, with a cast in the SQL where one is needed.");
        }
        return time;
    }

    private static SqlLiteral number(Number value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return bare(value, "integer");
        } else if (value instanceof Long) {
            return bare(value, "bigint");
        } else if (value instanceof BigDecimal decimal) {
            return new SqlLiteral(decimal.toPlainString(), "numeric", true);
        } else if (value instanceof BigInteger) {
            return bare(value, "numeric");
        } else if (value instanceof Float real) {
            return new SqlLiteral(value.toString(), "real", Float.isFinite(real));
        } else if (value instanceof Double real) {
            return new SqlLiteral(value.toString(), "double precision", Double.isFinite(real));
        }
        return new SqlLiteral(value.toString(), "numeric", false);
    }

    private static SqlLiteral bare(Object value, String cast) {
        return new SqlLiteral(value.toString(), cast, true);
    }

    private static SqlLiteral text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new RevisionException(
                    "A text cannot be written into SQL",
                    "It holds a character of code zero, which PostgreSQL does not store.",
                    "Remove it.");
        }
        return new SqlLiteral(value, "", false);
    }

    /** The value where the place says its type, as in the rows of an INSERT. */
    String plain() {
        return text == null ? "NULL" : bare ? text : quoted(text);
    }

    /** The value with its type, for any place. */
    String typed() {
        if (text == null) {
            return "NULL";
        }
        String value = bare && text.startsWith("-") ? "(" + text + ")" : plain();
        boolean typedAlready = cast.isEmpty() || (bare && (cast.equals("integer") || cast.equals("boolean")));
        return typedAlready ? value : value + "::" + cast;
    }

    /** What stands in the place of the value where it is bound. */
    String placeholder() {
        return text == null ? "NULL" : cast.isEmpty() ? "?" : "?::" + cast;
    }

    /** The form with {@code E} means the same whatever {@code standard_conforming_strings} says. */
    private static String quoted(String text) {
        String doubled = text.replace("'", "''");
        return doubled.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }
}
