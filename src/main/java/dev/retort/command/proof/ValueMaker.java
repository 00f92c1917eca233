package dev.retort.command.proof;

import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes SQL values of any type: the same number gives the same value, different numbers different ones as far as the type has them. */
final class ValueMaker {

    /** Sequences and hand-written rows start at 1, so seeded keys stay away from there; it fits a {@code smallint}. */
    private static final int FIRST = 9000;

    private final Schema schema;
    private final Schema made;

    /**
     * Makes values for a schema.
     *
     * @param made types that shall be fitted by their old values, as {@link RowDemands} has them
     */
    ValueMaker(Schema schema, Schema made) {
        this.schema = schema;
        this.made = made;
    }

    /** The value of a number, as SQL that an {@code INSERT} takes for a column of the type; {@code NULL} where the type has no value. */
    String value(SqlType type, int number) {
        return value(type, List.of(), number);
    }

    /** The same for a value that shall fit other types as well, as far as there is one. */
    String value(SqlType type, List<SqlType> fits, int number) {
        if (type.array()) {
            List<SqlType> elements =
                    fits.stream().filter(SqlType::array).map(SqlType::element).toList();
            return "ARRAY[" + value(type.element(), elements, number) + "]::" + SqlWriter.type(type);
        }
        ObjectName user = type.userType();
        if (user != null) {
            List<SqlType> all = new ArrayList<>(fits);
            all.add(type);
            return user(user, all, number);
        }
        SqlType narrowed = type;
        for (SqlType fit : fits) {
            SqlType base = base(fit);
            boolean parts = base.array() || (base.userType() != null && composite(base.userType()) != null);
            if (parts && (type.base().equals("json") || type.base().equals("jsonb"))) {
                return json(type.base(), base, number);
            }
            EnumType labels = base.userType() == null || base.array() ? null : enumType(base.userType());
            if (labels != null && Narrowed.isText(type)) {
                List<String> fitting = labels.labels().stream()
                        .filter(label -> label.length() <= Narrowed.length(type))
                        .toList();
                if (!fitting.isEmpty()) {
                    return SqlWriter.literal(fitting.get(number % fitting.size()));
                }
            }
            narrowed = Narrowed.of(narrowed, base);
            if (type.base().equals("bit") && base.base().equals("bit") && !base.array()) {
                return bits(Narrowed.length(type), Narrowed.length(base), number);
            }
        }
        return builtin(narrowed, number);
    }

    /** What a list or a row of a type is as JSON; the type need not be there yet. */
    private String json(String json, SqlType type, int number) {
        SqlType base = base(type);
        ObjectName user = base.userType();
        if (base.array()) {
            return json + "_build_array(" + json(json, base.element(), number) + ")";
        } else if (user == null) {
            return builtin(base, number);
        }
        EnumType labels = enumType(user);
        CompositeType composite = composite(user);
        if (labels != null && !labels.labels().isEmpty()) {
            return SqlWriter.literal(
                    labels.labels().get(number % labels.labels().size()));
        }
        return composite == null
                ? "NULL"
                : composite.attributes().stream()
                        .map(a -> SqlWriter.literal(a.name()) + ", " + json(json, a.type(), number))
                        .collect(Collectors.joining(", ", json + "_build_object(", ")"));
    }

    /** What stands behind the domains that the revision makes, or that are there. */
    private SqlType base(SqlType type) {
        SqlType found = type;
        while (found.userType() != null && !found.array()) {
            Domain domain = made.domains().get(found.userType());
            domain = domain == null ? schema.domains().get(found.userType()) : domain;
            if (domain == null) {
                return found;
            }
            found = domain.base();
        }
        return found;
    }

    private @Nullable EnumType enumType(ObjectName name) {
        EnumType type = made.enums().get(name);
        return type == null ? schema.enums().get(name) : type;
    }

    /** Bits that are still distinct where a shorter type cuts off those at the end. */
    private static String bits(int length, int left, int number) {
        int most = Math.min(length, left);
        return "B'" + bits(most, number) + "0".repeat(length - most) + "'";
    }

    /** The statements that make what the values of {@code oid} columns stand for, as far as there are any: the large objects of Hibernate's {@code @Lob}. */
    List<String> largeObjects(int numbers) {
        boolean any = schema.tables().values().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> column.type().base().equals("oid"));
        List<String> statements = new ArrayList<>();
        for (int number = 1; any && number <= numbers; number++) {
            statements.add("SELECT lo_from_bytea(" + (FIRST + number) + ", 'seed" + number + "')");
        }
        return statements;
    }

    private String user(ObjectName name, List<SqlType> fits, int number) {
        EnumType labels = schema.enums().get(name);
        if (labels != null) {
            List<String> all = Narrowed.labels(labels.labels(), fits, made);
            return all.isEmpty() ? "NULL" : SqlWriter.literal(all.get(number % all.size()));
        }
        Domain domain = schema.domains().get(name);
        if (domain != null) {
            return value(domain.base(), fits.stream().map(this::base).toList(), number);
        }
        CompositeType composite = schema.composites().get(name);
        if (composite != null) {
            return composite.attributes().stream()
                    .map(a -> value(a.type(), attribute(a.name(), fits), number))
                    .collect(Collectors.joining(", ", "ROW(", ")::" + SqlWriter.name(name)));
        }
        return switch (name.name()) {
            case "hstore" -> "'k=>" + number + "'";
            case "ltree" -> "'seed.n" + number + "'";
            default -> "'" + number + "'";
        };
    }

    private List<SqlType> attribute(String name, List<SqlType> fits) {
        List<SqlType> types = new ArrayList<>();
        for (SqlType fit : fits) {
            CompositeType composite = fit.userType() == null || fit.array() ? null : composite(fit.userType());
            if (composite != null) {
                composite.attributes().stream()
                        .filter(a -> a.name().equals(name))
                        .forEach(a -> types.add(a.type()));
            }
        }
        return types;
    }

    private @Nullable CompositeType composite(ObjectName name) {
        CompositeType type = made.composites().get(name);
        return type == null ? schema.composites().get(name) : type;
    }

    private static String builtin(SqlType type, int number) {
        String base = type.base();
        int day = number % 28 + 1;
        String date = "2001-02-" + (day < 10 ? "0" : "") + day;
        return switch (base) {
            case "smallint", "integer", "bigint", "oid", "real", "double precision", "money" ->
                String.valueOf(FIRST + number);
            case "numeric" -> numeric(type.modifiers(), number);
            case "boolean" -> number % 2 == 0 ? "false" : "true";
            case "date" -> "'" + date + "'";
            case "time without time zone", "time with time zone" -> "'10:" + (10 + number % 50) + ":00'";
            case "timestamp without time zone" -> "'" + date + " 10:00:00'";
            case "timestamp with time zone" -> "'" + date + " 10:00:00+00'";
            case "interval" -> "'" + (number + 1) + " years'";
            case "uuid" -> String.format("'00000000-0000-4000-8000-%012d'", number);
            case "bytea" -> String.format("'\\x%08x'", number);
            case "json", "jsonb" -> "'{\"seed\": " + number + "}'";
            case "xml" -> "'<seed>" + number + "</seed>'";
            case "inet" -> "'10.0.0." + number % 250 + "'";
            case "cidr" -> "'10.0." + number % 250 + ".0/24'";
            case "macaddr" -> String.format("'08:00:2b:01:02:%02x'", number % 256);
            case "macaddr8" -> String.format("'08:00:2b:01:02:03:04:%02x'", number % 256);
            case "bit" -> "B'" + bits(length(type, 1), number) + "'";
            case "bit varying" -> "B'" + bits(Math.min(length(type, 8), 8), number) + "'";
            default -> shapesAndTexts(type, number);
        };
    }

    private static String shapesAndTexts(SqlType type, int number) {
        int low = number * 10;
        int month = number % 12 + 1;
        String days = String.format("[2001-%02d-01,2001-%02d-05)", month, month);
        return switch (type.base()) {
            case "point" -> "'(" + number + ",1)'";
            case "line" -> "'{1,-1," + number + "}'";
            case "lseg" -> "'[(0,0),(1," + (number + 1) + ")]'";
            case "box", "path", "polygon" -> "'((0,0),(1," + (number + 1) + "))'";
            case "circle" -> "'<(0,0)," + (number + 1) + ">'";
            case "int4range", "int8range", "numrange" -> "'[" + low + "," + (low + 5) + ")'";
            case "int4multirange", "int8multirange", "nummultirange" -> "'{[" + low + "," + (low + 5) + ")}'";
            case "daterange", "tsrange", "tstzrange" -> "'" + days + "'";
            case "datemultirange", "tsmultirange", "tstzmultirange" -> "'{" + days + "}'";
            case "tsvector", "tsquery" -> "'seed" + number + "'";
            case "pg_lsn" -> "'0/" + number + "'";
            case "\"char\"", "char" -> "'" + (char) ('a' + number % 26) + "'";
            case "character" -> text(length(type, 1), number);
            default -> text(length(type, 20), number);
        };
    }

    /** Distinct as long as the length has room for it, and with something in it that an encoding could lose. */
    private static String text(int length, int number) {
        String digits = Integer.toString(number, Character.MAX_RADIX);
        if (length < digits.length()) {
            return SqlWriter.literal(digits.substring(digits.length() - length));
        }
        String whole = "sé'ed-" + digits;
        return SqlWriter.literal(length < whole.length() ? digits : whole);
    }

    private static String numeric(String modifiers, int number) {
        if (modifiers.isEmpty()) {
            return FIRST + number + ".5";
        }
        String[] parts = modifiers.split(",", -1);
        int precision = Integer.parseInt(parts[0].strip());
        int scale = parts.length > 1 ? Integer.parseInt(parts[1].strip()) : 0;
        int whole = precision - scale;
        if (whole >= 4) {
            return String.valueOf(FIRST + number);
        }
        return whole >= 1 ? String.valueOf(number % 9 + 1) : "0." + "0".repeat(Math.max(0, -whole)) + (number % 9 + 1);
    }

    private static int length(SqlType type, int unstated) {
        return type.modifiers().isEmpty() ? unstated : Integer.parseInt(type.modifiers());
    }

    private static String bits(int length, int number) {
        String bits = Integer.toBinaryString(number);
        return bits.length() >= length
                ? bits.substring(bits.length() - length)
                : "0".repeat(length - bits.length()) + bits;
    }

    /** The type that stands behind domains; null where the schema does not know it. */
    @Nullable
    SqlType foundation(SqlType type) {
        SqlType found = type;
        while (found.userType() != null && !found.array()) {
            Domain domain = schema.domains().get(found.userType());
            if (domain == null) {
                return null;
            }
            found = domain.base();
        }
        return found;
    }

    /** The domain of a column's type; null for none. */
    @Nullable
    Domain domain(SqlType type) {
        return type.userType() == null || type.array() ? null : schema.domains().get(type.userType());
    }
}
