package dev.retort.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement that creates a function, trigger, operator or anything else that SQL of its own makes, taken apart as far as its names go.
 *
 * @param sql the statement, without the semicolon and the comments around it
 * @param object what it makes; a function's arguments as they are written
 * @param namesAt where the name begins and ends, wherever it is; nowhere for a cast
 * @param tableAt where the table's name begins and ends; null for a function
 */
public record ObjectStatement(
        String sql,
        SqlObject object,
        List<Span> namesAt,
        @Nullable Span tableAt) {

    static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*)";

    static final String NAME = "(" + PART + "(?:\\s*\\.\\s*" + PART + ")?)";

    /** Anything, quoted names and strings as wholes; as little as will do. */
    private static final String ANY = "(?:\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|[^\"'])*?";

    private static final Pattern SPACE = Pattern.compile("(?s)(?:\\s|--[^\\n]*(?:\\n|$)|/\\*.*?\\*/)*");

    private static final Pattern ROUTINE = Pattern.compile(
            "(?is)create\\s+(or\\s+replace\\s+)?(?:function|procedure|aggregate)\\s+" + NAME + "\\s*(?=\\()");

    private static final Pattern TRIGGER =
            Pattern.compile("(?is)create\\s+(or\\s+replace\\s+)?(?:constraint\\s+)?trigger\\s+" + NAME
                    + "\\s+(?:before|after|instead)\\b" + ANY + "\\bon\\s+" + NAME);

    private static final Pattern POLICY = Pattern.compile("(?is)create\\s+()policy\\s+" + NAME + "\\s+on\\s+" + NAME);

    private static final Pattern RULE = Pattern.compile(
            "(?is)create\\s+(or\\s+replace\\s+)?rule\\s+" + NAME + "\\s+as\\s+on\\s+\\w+\\s+to\\s+" + NAME);

    private static final Pattern STATISTICS =
            Pattern.compile("(?is)create\\s+()statistics\\s+(?:if\\s+not\\s+exists\\s+)?" + NAME
                    + "\\s*(?:\\(|\\bon\\b).*\\bfrom\\s+" + NAME + "\\s*$");

    private static final Pattern PARTITION = Pattern.compile("(?is)create\\s+()table\\s+(?:if\\s+not\\s+exists\\s+)?"
            + NAME + "\\s+partition\\s+of\\s+" + NAME + "\\s+(?=\\(|for\\s+values\\b|default\\b)");

    private static final Pattern CREATE = Pattern.compile("(?i)(create)\\s+(or\\s+replace\\s+)?");

    public ObjectStatement {
        namesAt = List.copyOf(namesAt);
    }

    /** A piece of the statement. */
    public record Span(int start, int end) {}

    /** Reads a statement; empty for one that makes something else. */
    public static Optional<ObjectStatement> parse(String text) {
        Matcher space = SPACE.matcher(text);
        String sql = (space.lookingAt() ? text.substring(space.end()) : text).replaceFirst("[;\\s]+$", "");
        Matcher routine = ROUTINE.matcher(sql);
        if (routine.lookingAt()) {
            return routine(sql, routine);
        }
        for (Pattern pattern : new Pattern[] {TRIGGER, POLICY, RULE, STATISTICS, PARTITION}) {
            Matcher match = pattern.matcher(sql);
            if (match.lookingAt()) {
                SqlObject.Kind kind = pattern == TRIGGER
                        ? SqlObject.Kind.TRIGGER
                        : pattern == POLICY
                                ? SqlObject.Kind.POLICY
                                : pattern == RULE
                                        ? SqlObject.Kind.RULE
                                        : pattern == PARTITION ? SqlObject.Kind.PARTITION : SqlObject.Kind.STATISTICS;
                ObjectName table = name(match.group(3));
                ObjectName own = name(match.group(2));
                return Optional.of(new ObjectStatement(
                        sql,
                        new SqlObject(kind, kind.hasNamespace() ? own : table.sibling(own.name()), table),
                        List.of(new Span(match.start(2), match.end(2))),
                        new Span(match.start(3), match.end(3))));
            }
        }
        return ObjectDefinition.parse(sql);
    }

    private static Optional<ObjectStatement> routine(String sql, Matcher head) {
        int close = close(sql, head.end());
        if (close < 0) {
            return Optional.empty();
        }
        ObjectName name = name(head.group(2));
        String arguments = sql.substring(head.end(), close).replaceAll("\\s+", " ");
        return SqlObject.of(new Extra(Extra.Kind.FUNCTION, name.sibling(name.name() + arguments), null, sql))
                .map(object -> new ObjectStatement(sql, object, List.of(new Span(head.start(2), head.end(2))), null));
    }

    /** Behind the parenthesis that closes the one at this place; negative where none does. */
    static int close(String sql, int open) {
        int depth = 0;
        char quote = 0;
        for (int at = open; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }

    /** A name as SQL reads it: what is not quoted is folded. */
    static ObjectName name(String spelled) {
        Matcher parts = Pattern.compile(PART).matcher(spelled);
        String first = parts.find() ? unquoted(parts.group()) : spelled;
        return parts.find() ? new ObjectName(first, unquoted(parts.group())) : ObjectName.of(first);
    }

    private static String unquoted(String part) {
        return part.startsWith("\"")
                ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
                : part.toLowerCase(Locale.ROOT);
    }

    /** What it makes, as the catalog would read it but for the definition, which is the statement. */
    public Extra stated() {
        ObjectName name = object.kind() == SqlObject.Kind.CAST
                ? new ObjectName(ObjectDefinition.namespace(this), object.name().name())
                : object.name();
        return new Extra(object.kind().extra(), name, object.table(), sql).withStated(sql);
    }

    /** What stands behind the name of the table; empty where it has none. */
    public String behindTable() {
        return tableAt == null ? "" : sql.substring(tableAt.end()).strip();
    }

    /** The statement with other names, in SQL; null for those that stay. */
    public String renamed(@Nullable String name, @Nullable String table) {
        StringBuilder renamed = new StringBuilder(sql);
        if (table != null && tableAt != null) {
            renamed.replace(tableAt.start(), tableAt.end(), table);
        }
        for (int at = namesAt.size() - 1; at >= 0 && name != null; at--) {
            renamed.replace(namesAt.get(at).start(), namesAt.get(at).end(), name);
        }
        return renamed.toString();
    }

    /** A statement that only makes what is not there. */
    public static String fresh(String sql) {
        return CREATE.matcher(sql).replaceFirst("$1 ");
    }

    /** A statement that takes the place of what is there. */
    public static String replacing(String sql) {
        Matcher create = CREATE.matcher(sql);
        return create.lookingAt() && create.group(2) == null
                ? create.group(1)
                        + (create.group(1).equals("CREATE") ? " OR REPLACE " : " or replace ")
                        + sql.substring(create.end())
                : sql;
    }
}
