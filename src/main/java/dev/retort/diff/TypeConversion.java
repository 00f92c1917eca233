package dev.retort.diff;

import dev.retort.schema.CompositeType;
import dev.retort.schema.CompositeType.Attribute;
import dev.retort.schema.Domain;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns values of types that stepped aside into values of the types that took their names.
 *
 * <p>Where the text of a value is the same, by way of it; a composite attribute by attribute. A {@code USING} takes no subquery, so elements of an array
 * that must be turned one by one go through a function of the session.
 */
final class TypeConversion {

    /** A break of the line that is ours, until it is known how far the next one is set in: names may have breaks of their own, but none has this. */
    private static final String BREAK = "\u0000";

    private final Schema from;
    private final Schema to;
    private final Impact impact;

    /** The functions by the element's type: what makes them. */
    private final Map<ObjectName, String> functions = new LinkedHashMap<>();

    TypeConversion(Sides sides) {
        this.from = sides.from();
        this.to = sides.to();
        this.impact = sides.impact();
    }

    /** The new value from a column of the type. */
    String ofColumn(String column, SqlType type) {
        Domain is = type.userType() == null ? null : from.domains().get(type.userType());
        Domain shall = type.userType() == null ? null : to.domains().get(type.userType());
        if (is != null
                && shall != null
                && !type.array()
                && impact.replacedTypes.contains(is.name())
                && is.base().userType() == null
                && isCut(is.base(), shall.base())) {
            // The column takes it by an assignment, which fails where a cast would cut it.
            return ReservedWords.quote(column) + "::" + is.base().display();
        }
        return convert(ReservedWords.quote(column), type, type).replace(BREAK, "\n");
    }

    /** The statements that make the functions; complete once all columns are converted. */
    List<String> created() {
        return List.copyOf(functions.values());
    }

    /** The statements that drop them. */
    List<String> dropped() {
        List<String> all = new ArrayList<>();
        functions.keySet().forEach(t -> all.add("DROP FUNCTION " + function(t) + "(" + old(t) + "[])"));
        return all;
    }

    private String convert(String value, SqlType is, SqlType shall) {
        ObjectName name = is.userType();
        if (name == null || !impact.replacedTypes.contains(name)) {
            return is.equals(shall) ? value : retyped(value, is, shall);
        } else if (!is.equals(shall)) {
            return retyped(value, is, shall);
        } else if (isTextual(name)) {
            return value + "::text::" + shall.display();
        } else if (from.enums().containsKey(name) && !is.array()) {
            return one(value, name);
        }
        return is.array() ? elements(value, name) : one(value, name);
    }

    private static String retyped(String value, SqlType is, SqlType shall) {
        String using = Conversion.ofExpression("(" + value + ")", is, shall).using();
        return using == null ? value + "::" + shall.display() : using;
    }

    private String one(String value, ObjectName name) {
        String type = SqlType.user(name).display();
        Map<String, String> swaps = impact.swaps.getOrDefault(name, Map.of());
        if (!swaps.isEmpty()) {
            return swaps.entrySet().stream()
                    .map(e -> " WHEN " + SqlText.literal(e.getKey()) + " THEN " + SqlText.literal(e.getValue()))
                    .collect(Collectors.joining(
                            "", "(CASE " + value + "::text", " ELSE " + value + "::text END)::" + type));
        }
        CompositeType composite = from.composites().get(name);
        if (composite != null) {
            CompositeType shall = Objects.requireNonNull(to.composites().get(name));
            return row(value, composite, shall) + (cuts(composite, shall) ? "::text::" : "::") + type + " END";
        }
        Domain is = Objects.requireNonNull(from.domains().get(name));
        Domain shall = Objects.requireNonNull(to.domains().get(name));
        ObjectName base = is.base().userType();
        boolean old = base != null && impact.replacedTypes.contains(base);
        // Under the name of its base there is another type by now; the domain's value is one of the old.
        String bare = old ? value : value + "::" + is.base().display();
        if (!old && isCut(is.base(), shall.base())) {
            // A cast would cut it; what is read from an array's text is read as it is typed.
            return is.base().array()
                    ? "(" + bare + ")::text::" + type
                    : "((ARRAY[" + bare + "])::text::" + type + "[])[1]";
        }
        return "(" + convert(bare, is.base(), shall.base()) + ")::" + type;
    }

    private String row(String value, CompositeType is, CompositeType shall) {
        Map<String, Attribute> sources = is.attributes().stream().collect(Collectors.toMap(Attribute::name, a -> a));
        String fields = shall.attributes().stream()
                .map(a -> field(value, sources.get(a.name()), a))
                .collect(Collectors.joining(", "));
        return "CASE WHEN " + value + " IS NOT DISTINCT FROM NULL THEN NULL" + BREAK + "    ELSE ROW(" + fields + ")";
    }

    private String field(String value, @Nullable Attribute source, Attribute target) {
        if (source == null) {
            return "NULL";
        }
        String field = "(" + value + ")." + ReservedWords.quote(source.name());
        // By way of the row's text it is read as it is typed, which fails where a cast would cut it.
        if (!isCut(source.type(), target.type())) {
            return convert(field, source.type(), target.type());
        } else if (source.type().base().equals(target.type().base())) {
            return field;
        }
        String using = source.type().array()
                ? null
                : Conversion.ofExpression(field, source.type(), SqlType.builtin("text"))
                        .using();
        return using == null ? field + "::text" : using;
    }

    private static boolean cuts(CompositeType is, CompositeType shall) {
        Map<String, Attribute> sources = is.attributes().stream().collect(Collectors.toMap(Attribute::name, a -> a));
        return shall.attributes().stream().anyMatch(target -> {
            Attribute source = sources.get(target.name());
            return source != null && isCut(source.type(), target.type());
        });
    }

    /** Whether an explicit cast cuts a value that an assignment refuses: texts and bits (PostgreSQL's manual, 8.3 and 8.10). */
    private static boolean isCut(SqlType is, SqlType shall) {
        boolean texts = TypeCasts.isString(shall.element());
        boolean bits = is.base().startsWith("bit") && shall.base().startsWith("bit");
        return (texts || bits) && Narrowing.narrows(is, shall);
    }

    private String elements(String value, ObjectName element) {
        if (!functions.containsKey(element)) {
            String array = SqlType.user(element).asArray().display();
            String shape = "array_fill('%s'::text,\n            " + sizes("length") + ",\n            " + sizes("lower")
                    + ")::text";
            // Laid out for who reads the revision. No function makes an array of arrays out of elements, but the text
            // of one is read as any is.
            String body = "\n    SELECT CASE WHEN cardinality($1) > 0 THEN format(\n        "
                    + (isBox(element) ? "replace(" + shape + ", ',', ';')" : shape)
                    + ",\n        VARIADIC ARRAY(\n            SELECT left(substr(ARRAY["
                    + one("element", element).replace(BREAK, "\n            ")
                    + "]::text, 2), -1)\n            FROM (SELECT unnest($1) AS element, generate_series(1, cardinality($1)) AS place) AS old"
                    + "\n            ORDER BY place))::" + array + "\n    ELSE $1::text::" + array + " END";
            functions.put(
                    element,
                    "CREATE FUNCTION " + function(element) + "(" + old(element) + "[]) RETURNS " + array
                            + " LANGUAGE sql AS '" + body.replace("'", "''") + "'");
        }
        return function(element) + "(" + value + ")";
    }

    /** Of each dimension. */
    private static String sizes(String what) {
        return "ARRAY(SELECT array_" + what + "($1, d) FROM generate_series(1, array_ndims($1)) AS d)";
    }

    /** Whether elements stand between other marks: PostgreSQL's manual, 8.15.2, has this one type. */
    private boolean isBox(ObjectName element) {
        Domain domain = to.domains().get(element);
        return domain != null
                && (domain.base().base().equals("box")
                        || (domain.base().userType() != null
                                && isBox(domain.base().userType())));
    }

    private String function(ObjectName element) {
        return "pg_temp." + ReservedWords.quote(impact.asides().of(element).name() + "_to_new");
    }

    private String old(ObjectName type) {
        return SqlType.user(impact.asides().of(type)).display();
    }

    /** Whether the text of a value stays the same. */
    private boolean isTextual(ObjectName name) {
        if (!impact.replacedTypes.contains(name) || impact.otherKinds.contains(name)) {
            return true;
        } else if (from.enums().containsKey(name)) {
            return !impact.swaps.containsKey(name);
        }
        CompositeType composite = from.composites().get(name);
        if (composite != null) {
            return composite.equals(to.composites().get(name))
                    && composite.attributes().stream().allMatch(a -> isTextual(a.type()));
        }
        Domain is = from.domains().get(name);
        Domain shall = to.domains().get(name);
        return is != null && shall != null && is.base().equals(shall.base()) && isTextual(is.base());
    }

    private boolean isTextual(SqlType type) {
        return type.userType() == null || isTextual(type.userType());
    }
}
