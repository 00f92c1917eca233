package dev.retort.sql;

import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Spells names, texts, types and expressions in SQL, whatever they hold.
 *
 * <p>A name of the namespace {@code public} stands unqualified, as the runner and psql search {@code public} by default, unless {@code pg_catalog}, which
 * is always searched first, would hide it.
 */
public final class SqlWriter {

    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");
    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\b(at|and|or|not|is|isnull|notnull|in|like|ilike|similar|between|collate|overlaps|operator)\\b|[eE]''");

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");
    private static final Pattern PLAIN_OPTION = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|true|false|on|off|auto");

    private SqlWriter() {}

    /** An identifier, quoted where it must be. */
    public static String identifier(String name) {
        boolean plain = PLAIN.matcher(name).matches() && !Keywords.needQuotes(name);
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Identifiers, separated by commas. */
    public static String identifiers(Collection<String> names) {
        return names.stream().map(SqlWriter::identifier).collect(Collectors.joining(", "));
    }

    /** The name of a relation or type. */
    public static String name(ObjectName name) {
        boolean found =
                name.namespace().equals(ObjectName.DEFAULT_NAMESPACE) && !Keywords.hiddenByTheSystem(name.name());
        return found ? identifier(name.name()) : identifier(name.namespace()) + "." + identifier(name.name());
    }

    /** A text; a backslash is itself, as the standard says and PostgreSQL does since 9.1. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A type. */
    public static String type(SqlType type) {
        ObjectName user = type.userType();
        if (user == null) {
            return type.display();
        }
        return name(user)
                + (type.modifiers().isEmpty() ? "" : "(" + type.modifiers() + ")")
                + (type.array() ? "[]" : "");
    }

    /** An expression as part of a longer text: a comment at its end must not swallow what follows. */
    static String expression(Expression expression) {
        return closed(expression.sql());
    }

    /**
     * An expression after {@code DEFAULT} in a definition, where the grammar takes less than elsewhere ({@code b_expr}): no {@code AT TIME ZONE}, no
     * comparison in words, no {@code AND}.
     */
    static String defaultValue(Expression expression) {
        String bare = QUOTED.matcher(expression.sql()).replaceAll("''");
        return WORDS.matcher(bare).find() ? parenthesised(expression) : expression(expression);
    }

    /** An expression in parentheses. */
    static String parenthesised(Expression expression) {
        return "(" + closed(expression.sql()) + ")";
    }

    /** The text, and a new line after it where it may end in a comment. */
    static String closed(String sql) {
        int lastLine = sql.lastIndexOf('\n') + 1;
        return sql.indexOf("--", lastLine) >= 0 ? sql + "\n" : sql;
    }

    /** A collation, in the grammar of {@link ObjectName#parse}; without a namespace it is one of {@code pg_catalog}'s. */
    static String collation(String collation) {
        ObjectName parsed = ObjectName.parse(collation);
        boolean stated =
                parsed.qualified().equals(collation) || !parsed.namespace().equals(ObjectName.DEFAULT_NAMESPACE);
        return stated
                ? identifier(parsed.namespace()) + "." + identifier(parsed.name())
                : '"' + parsed.name().replace("\"", "\"\"") + '"';
    }

    /** Storage parameters in parentheses; a name can have a prefix, as {@code toast.autovacuum_enabled}. */
    static String storage(SortedMap<String, String> parameters) {
        return "("
                + parameters.entrySet().stream()
                        .map(e -> storageName(e.getKey()) + " = " + storageValue(e))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    static String storageName(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? identifier(name)
                : identifier(name.substring(0, dot)) + "." + identifier(name.substring(dot + 1));
    }

    private static String storageValue(Map.Entry<String, String> parameter) {
        String value = parameter.getValue();
        return PLAIN_OPTION.matcher(value).matches() ? value : literal(value);
    }
}
