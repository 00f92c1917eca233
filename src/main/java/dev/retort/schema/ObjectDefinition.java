package dev.retort.schema;

import dev.retort.schema.ObjectStatement.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statement of something that is defined by a list of options, as {@code CREATE OPERATOR} and {@code CREATE TYPE … AS RANGE} are, or of a cast.
 *
 * @param open where the list begins, behind the parenthesis; negative where there is none
 * @param options the pieces of the list as they are written, by their keys in small letters
 */
public record ObjectDefinition(ObjectStatement statement, int open, int close, Map<String, String> options) {

    private static final String NAME = ObjectStatement.NAME;

    private static final Pattern OPERATOR = Pattern.compile("(?is)create\\s+operator\\s+((?:" + ObjectStatement.PART
            + "\\s*\\.\\s*)?([-+*/<>=~!@#%^&|`?]+))\\s*(?=\\()");

    private static final Pattern RANGE =
            Pattern.compile("(?is)create\\s+type\\s+" + NAME + "\\s+as\\s+range\\s*(?=\\()");

    private static final Pattern COLLATION = Pattern.compile(
            "(?is)create\\s+collation\\s+(?:if\\s+not\\s+exists\\s+)?" + NAME + "\\s*(?=\\(|\\bfrom\\b)");

    private static final Pattern TEXT_SEARCH =
            Pattern.compile("(?is)create\\s+text\\s+search\\s+(configuration|dictionary)\\s+" + NAME + "\\s*(?=\\()");

    /** What completes a configuration or a dictionary. */
    private static final Pattern COMPLETION =
            Pattern.compile("(?is)[;\\s]*alter\\s+text\\s+search\\s+(configuration|dictionary)\\s+" + NAME
                    + "\\s*(?:\\(|(?:add|alter|drop)\\s+mapping\\b)(?:\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|[^\"';])*");

    private static final Pattern CAST =
            Pattern.compile("(?is)create\\s+cast\\s*\\((.*?)\\s+as\\s+(.*?)\\)\\s*(?=with(?:out)?\\b).*");

    private static final Pattern OPTION = Pattern.compile("(?s)\\s*(\\w+)\\s*(?:=\\s*(.*?))?\\s*");

    private static final Pattern LINK = Pattern.compile("(?is)(?:operator\\s*\\()?\\s*(?:(" + ObjectStatement.PART
            + ")\\s*\\.\\s*)?([-+*/<>=~!@#%^&|`?]+)\\s*\\)?");

    /** The definition; empty for what is not of these kinds. */
    public static Optional<ObjectDefinition> of(ObjectStatement statement) {
        return switch (statement.object().kind()) {
            case OPERATOR, TYPE, COLLATION, TEXT_SEARCH_CONFIGURATION, TEXT_SEARCH_DICTIONARY ->
                Optional.of(of(statement, statement.namesAt().get(0).end()));
            case AGGREGATE, CAST -> Optional.of(new ObjectDefinition(statement, -1, -1, Map.of()));
            default -> Optional.empty();
        };
    }

    private static ObjectDefinition of(ObjectStatement statement, int from) {
        String sql = statement.sql();
        int open = sql.indexOf('(', from);
        int close = open < 0 ? -1 : ObjectStatement.close(sql, open);
        return close < 0
                ? new ObjectDefinition(statement, -1, -1, Map.of())
                : new ObjectDefinition(statement, open + 1, close - 1, options(sql.substring(open + 1, close - 1)));
    }

    static Optional<ObjectStatement> parse(String sql) {
        Matcher operator = OPERATOR.matcher(sql);
        if (operator.lookingAt()) {
            ObjectName full =
                    ObjectStatement.name(operator.group(1).substring(0, operator.start(2) - operator.start(1)) + "x");
            return operator(sql, full.sibling(operator.group(2)), span(operator, 1));
        }
        Matcher range = RANGE.matcher(sql);
        if (range.lookingAt()) {
            return named(sql, SqlObject.Kind.TYPE, range, 1);
        }
        Matcher collation = COLLATION.matcher(sql);
        if (collation.lookingAt()) {
            return named(sql, SqlObject.Kind.COLLATION, collation, 1);
        }
        Matcher cast = CAST.matcher(sql);
        if (cast.matches()) {
            String types = type(cast.group(1)) + " as " + type(cast.group(2));
            return Optional.of(new ObjectStatement(
                    sql, new SqlObject(SqlObject.Kind.CAST, ObjectName.of(types), null), List.of(), null));
        }
        Matcher search = TEXT_SEARCH.matcher(sql);
        return search.lookingAt() ? search(sql, search) : Optional.empty();
    }

    private static Optional<ObjectStatement> named(String sql, SqlObject.Kind kind, Matcher match, int group) {
        return Optional.of(new ObjectStatement(
                sql,
                new SqlObject(kind, ObjectStatement.name(match.group(group)), null),
                List.of(span(match, group)),
                null));
    }

    private static Span span(Matcher match, int group) {
        return new Span(match.start(group), match.end(group));
    }

    private static Optional<ObjectStatement> operator(String sql, ObjectName name, Span at) {
        ObjectStatement bare =
                new ObjectStatement(sql, new SqlObject(SqlObject.Kind.OPERATOR, name, null), List.of(at), null);
        Map<String, String> options = of(bare, at.end()).options();
        String operands = "(" + operand(options, "leftarg") + ", " + operand(options, "rightarg") + ")";
        return Optional.of(new ObjectStatement(
                sql,
                new SqlObject(SqlObject.Kind.OPERATOR, name.sibling(name.name() + operands), null),
                bare.namesAt(),
                null));
    }

    private static String operand(Map<String, String> options, String key) {
        String option = options.get(key);
        return option == null ? "NONE" : type(option.substring(option.indexOf('=') + 1));
    }

    /** A type as the catalog prints it, as far as that can be said without asking. */
    private static String type(String spelled) {
        SqlType type = read(spelled).orElse(null);
        ObjectName user = type == null ? null : type.userType();
        if (type == null || user == null) {
            return type == null ? spelled.strip() : type.display();
        }
        return ReservedWords.quote(user.namespace()) + "." + ReservedWords.quote(user.name())
                + (type.array() ? "[]" : "");
    }

    private static Optional<SqlType> read(String spelled) {
        try {
            return Optional.of(SqlType.parse(spelled.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where a cast counts as standing, which has no namespace of its own: with the type that is not the server's. */
    static String namespace(ObjectStatement cast) {
        Matcher match = CAST.matcher(cast.sql());
        return !match.matches()
                ? ObjectName.DEFAULT_NAMESPACE
                : Stream.of(match.group(2), match.group(1))
                        .flatMap(spelled -> read(spelled).stream())
                        .map(SqlType::userType)
                        .flatMap(Stream::ofNullable)
                        .map(ObjectName::namespace)
                        .findFirst()
                        .orElse(ObjectName.DEFAULT_NAMESPACE);
    }

    /** The source and the target of a cast, and what stands behind them, as they are written; empty for anything else. */
    public List<String> cast() {
        Matcher match = CAST.matcher(statement.sql());
        return match.matches()
                ? List.of(
                        match.group(1).strip(),
                        match.group(2).strip(),
                        statement
                                .sql()
                                .substring(match.end(2))
                                .replaceFirst("[^)]*\\)", "")
                                .strip())
                : List.of();
    }

    /** A configuration or dictionary and what completes it, each a statement of its own. */
    private static Optional<ObjectStatement> search(String sql, Matcher head) {
        SqlObject.Kind kind =
                SqlObject.Kind.valueOf("TEXT_SEARCH_" + head.group(1).toUpperCase(Locale.ROOT));
        List<Span> names = new ArrayList<>(List.of(span(head, 2)));
        int end = ObjectStatement.close(sql, head.end());
        Matcher completion = COMPLETION.matcher(sql);
        while (end >= 0
                && end < sql.length()
                && completion.region(end, sql.length()).lookingAt()) {
            if (!ObjectStatement.name(completion.group(2)).equals(ObjectStatement.name(head.group(2)))
                    || !completion.group(1).equalsIgnoreCase(head.group(1))) {
                return Optional.empty();
            }
            names.add(span(completion, 2));
            end = completion.end();
        }
        return end < 0 || !sql.substring(end).isBlank()
                ? Optional.empty()
                : Optional.of(new ObjectStatement(
                        sql, new SqlObject(kind, ObjectStatement.name(head.group(2)), null), names, null));
    }

    /** The pieces between the commas that stand in nothing else. */
    private static Map<String, String> options(String list) {
        Map<String, String> options = new LinkedHashMap<>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int at = 0; at <= list.length(); at++) {
            char c = at == list.length() ? ',' : list.charAt(at);
            if (quote != 0 && at < list.length()) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ',' && (depth == 0 || at == list.length())) {
                String piece = list.substring(start, at).strip();
                Matcher option = OPTION.matcher(piece);
                options.put(option.matches() ? option.group(1).toLowerCase(Locale.ROOT) : piece, piece);
                start = at + 1;
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            }
        }
        return options;
    }

    /**
     * The other operator that an option such as {@code commutator} names, in the namespace of this one where it says none.
     *
     * @param key the option
     */
    public Optional<ObjectName> link(String key) {
        String option = options.get(key);
        Matcher link = LINK.matcher(
                option == null ? "" : option.substring(option.indexOf('=') + 1).strip());
        return link.matches()
                ? Optional.of(
                        (link.group(1) == null ? statement.object().name() : ObjectStatement.name(link.group(1) + ".x"))
                                .sibling(link.group(2)))
                : Optional.empty();
    }

    /**
     * The statement with its name in the temporary namespace: without the other operators that it names, which are those of what is there, and with the
     * second type of a range beside the first.
     *
     * @param name the name in SQL
     */
    public String temporary(String name) {
        String sql = statement.sql();
        if (open >= 0) {
            Map<String, String> kept = new LinkedHashMap<>(options);
            if (statement.object().kind() == SqlObject.Kind.OPERATOR) {
                kept.remove("commutator");
                kept.remove("negator");
            }
            kept.computeIfPresent("multirange_type_name", (key, option) -> {
                ObjectName multirange = ObjectStatement.name(
                        option.substring(option.indexOf('=') + 1).strip());
                return key + " = pg_temp.\"" + multirange.name().replace("\"", "\"\"") + '"';
            });
            if (!kept.equals(options)) {
                sql = sql.substring(0, open)
                        + kept.values().stream().collect(Collectors.joining(", "))
                        + sql.substring(close);
            }
        }
        // The names stand before the list, or behind one that is as it was.
        return new ObjectStatement(sql, statement.object(), statement.namesAt(), null).renamed(name, null);
    }
}
