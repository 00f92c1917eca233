package dev.retort.diff;

import dev.retort.schema.ReservedWords;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The identifiers in a SQL text: which ones there are, and the text with some of them renamed. Literals and comments are skipped. */
final class Identifiers {

    private static final Pattern TOKEN = Pattern.compile(
            "(?s)(?<skip>[eE]'(?:[^'\\\\]|\\\\.|'')*'" // an escape string
                    + "|'(?:[^']|'')*'" // a string
                    + "|\\$(?<tag>[A-Za-z_\\x80-\\uffff]?\\w*)\\$.*?\\$\\k<tag>\\$" // a dollar-quoted string
                    + "|--[^\\n]*|/\\*.*?\\*/" // comments
                    + "|\\d[\\w.]*)" // a number
                    + "|\"(?<quoted>(?:[^\"]|\"\")+)\""
                    + "|(?<plain>[A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*)");
    private static final Pattern SYMBOL = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");
    private static final Pattern CALL = Pattern.compile("\\s*\\(");

    private Identifiers() {}

    /** Every identifier, folded as the server folds it. Key words are among them. */
    static Set<String> in(String sql) {
        Set<String> found = new HashSet<>();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            if (matcher.group("skip") == null) {
                found.add(name(matcher));
            }
        }
        return found;
    }

    /** Every operator, wherever it stands. */
    static Set<String> symbols(String sql) {
        return SYMBOL.matcher(sql).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** The text with column names replaced; a name right before a parenthesis or right after a cast or a dot is not a column's. */
    static String rename(String sql, Map<String, String> names) {
        return replace(sql, name -> {
            String to = names.get(name);
            return to == null ? null : ReservedWords.quote(to);
        });
    }

    /**
     * The text with columns replaced by SQL.
     *
     * @param texts what takes the place of a column, by its name; null leaves it
     */
    static String replace(String sql, Function<String, @Nullable String> texts) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            String to = matcher.group("skip") == null ? texts.apply(name(matcher)) : null;
            String text = to != null && isColumn(sql, matcher) ? to : matcher.group();
            matcher.appendReplacement(out, Matcher.quoteReplacement(text));
        }
        return matcher.appendTail(out).toString();
    }

    private static boolean isColumn(String sql, Matcher found) {
        return !CALL.matcher(sql).region(found.end(), sql.length()).lookingAt()
                && !sql.startsWith("::", found.start() - 2);
    }

    private static String name(Matcher matcher) {
        String quoted = matcher.group("quoted");
        return quoted != null
                ? quoted.replace("\"\"", "\"")
                : matcher.group("plain").toLowerCase(Locale.ROOT);
    }
}
