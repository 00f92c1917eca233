package dev.retort.diff;

import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL under new names, as the server prints it after renames: columns, types where a type stands, values of enums in constants of that type, relations in
 * {@code 'name'::regclass}. The server holds all of these by what they are; any other string, and the body of a function that is a string, keeps its words.
 */
final class RenamedText {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*)";
    private static final String STRING = "'[^']*+(?:''[^']*+)*+'";

    private static final Pattern TOKEN = Pattern.compile("(?s)(?<string>" + STRING + ")"
            + "|(?<escaped>[eE]'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+')"
            + "|\\$(?<tag>[A-Za-z_\\x80-\\uffff]?\\w*)\\$.*?\\$\\k<tag>\\$"
            + "|--[^\\n]*|/\\*.*?\\*/"
            + "|\\d[\\w.]*"
            + "|(?<names>" + NAME + "(?:\\." + NAME + ")*)");
    private static final Pattern PART = Pattern.compile(NAME);
    private static final Pattern CALL = Pattern.compile("\\s*\\(");
    private static final Pattern CAST =
            Pattern.compile("::(?<type>" + NAME + "(?:\\." + NAME + ")*)(?<array>(?:\\[\\d*])*)");
    private static final Pattern OF_A_RELATION = Pattern.compile("(?is).*\\b(?:nextval|currval|setval)\\s*\\(\\s*");
    private static final Pattern ALONE = Pattern.compile("(?s)" + STRING);
    private static final Set<String> RELATION = Set.of("regclass", "pg_catalog.regclass");
    private static final Set<String> TYPE = Set.of("regtype", "pg_catalog.regtype");

    private final NameMap names;
    private final RenamedConstants constants;

    RenamedText(NameMap names, RenamedConstants constants) {
        this.names = names;
        this.constants = constants;
    }

    /** An expression over the columns of one table. */
    Expression expression(Expression expression, Map<String, String> columns) {
        return expression(expression, columns, null);
    }

    /**
     * An expression over the columns of one table.
     *
     * @param type of the whole, which a constant alone is of without saying so
     */
    Expression expression(Expression expression, Map<String, String> columns, @Nullable SqlType type) {
        String sql = expression.sql();
        String renamed = type != null && ALONE.matcher(sql).matches()
                ? literal(constants.rename(constant(sql, false), type), false)
                : text(sql, columns);
        return renamed.equals(sql) ? expression : Expression.of(renamed);
    }

    /** Any text; of columns without any tables but those meant, and their names. */
    String text(String sql, Map<String, String> columns) {
        if (columns.isEmpty() && names.isOfPartsAlone()) {
            return sql;
        }
        StringBuilder out = new StringBuilder();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            String text = matcher.group();
            String string = matcher.group("string");
            if (string != null || matcher.group("escaped") != null) {
                text = string(sql, matcher, string == null);
            } else if (matcher.group("names") != null) {
                text = names(sql, matcher, columns);
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(text));
        }
        return matcher.appendTail(out).toString();
    }

    private String string(String sql, Matcher found, boolean escaped) {
        String before = constant(found.group(), escaped);
        Matcher cast = CAST.matcher(sql).region(found.end(), sql.length());
        String after = before;
        if (cast.lookingAt()) {
            String type = cast.group("type");
            if (RELATION.contains(type)) {
                after = relation(before);
            } else if (TYPE.contains(type)) {
                after = type(before);
            } else {
                SqlType element = SqlType.user(name(parts(type)));
                after = constants.rename(before, cast.group("array").isEmpty() ? element : element.asArray());
            }
        } else if (endsWith(OF_A_RELATION, sql, found.start())) {
            after = relation(before);
        }
        return after.equals(before) ? found.group() : literal(after, escaped);
    }

    private String names(String sql, Matcher found, Map<String, String> columns) {
        String text = found.group();
        List<String> parts = parts(text);
        boolean cast = sql.startsWith("::", found.start() - 2);
        boolean called = CALL.matcher(sql).region(found.end(), sql.length()).lookingAt();
        if (cast) {
            return type(text);
        }
        // The server prints a type with its namespace wherever else one may stand, as in the head of a function.
        if (!called && parts.size() == 2 && names.types.containsKey(name(parts))) {
            return type(text);
        }
        if (called || sql.startsWith(".", found.start() - 1)) {
            return text;
        }
        Matcher part = PART.matcher(text);
        return part.replaceAll(m -> {
            String to = columns.get(part(m.group()));
            return Matcher.quoteReplacement(to == null ? m.group() : ReservedWords.quote(to));
        });
    }

    private static boolean endsWith(Pattern words, String sql, int end) {
        return words.matcher(sql).region(Math.max(0, end - 40), end).matches();
    }

    /** The name of a type, with its namespace where that was there or has to be. */
    private String type(String text) {
        return renamed(text, names::type);
    }

    private String relation(String text) {
        return renamed(text, names::relation);
    }

    private static String renamed(String text, UnaryOperator<ObjectName> names) {
        List<String> parts = parts(text);
        if (parts.isEmpty() || parts.size() > 2) {
            return text;
        }
        ObjectName old = name(parts);
        ObjectName fresh = names.apply(old);
        return fresh.equals(old) ? text : spelled(fresh, parts.size() > 1);
    }

    private static String spelled(ObjectName name, boolean qualified) {
        String last = ReservedWords.quote(name.name());
        return qualified || !name.namespace().equals(ObjectName.DEFAULT_NAMESPACE)
                ? ReservedWords.quote(name.namespace()) + "." + last
                : last;
    }

    private static ObjectName name(List<String> parts) {
        return parts.size() == 1 ? ObjectName.of(parts.get(0)) : new ObjectName(parts.get(0), parts.get(1));
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        while (matcher.find()) {
            parts.add(part(matcher.group()));
        }
        return parts;
    }

    private static String part(String part) {
        return part.startsWith("\"")
                ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
                : part.toLowerCase(Locale.ROOT);
    }

    /** The value of a string; of the escapes those that the server writes. */
    private static String constant(String literal, boolean escaped) {
        String inner = literal.substring(escaped ? 2 : 1, literal.length() - 1).replace("''", "'");
        return escaped ? inner.replace("\\\\", "\\") : inner;
    }

    /** As the server spells it, which writes a backslash once unless told otherwise. */
    static String literal(String value, boolean escaped) {
        String doubled = "'" + value.replace("'", "''") + "'";
        return escaped ? "E" + doubled.replace("\\", "\\\\") : doubled;
    }
}
