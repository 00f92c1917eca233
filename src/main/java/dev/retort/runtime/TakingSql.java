package dev.retort.runtime;

import dev.retort.runtime.SqlLexer.Kind;
import dev.retort.runtime.SqlLexer.Token;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What SQL of a revision's own takes away with its rows: the tables and columns that it drops, the tables that it empties. What only speaks of it, such as a
 * trigger on TRUNCATE or the body of a function, takes nothing when it runs.
 *
 * @param table the table; null where the statement does not say, as a block of code or a schema that is dropped
 * @param column null for the table
 * @param statement the statement, for who wants to look at it
 */
public record TakingSql(
        @Nullable ObjectName table, @Nullable String column, String statement) {

    private static final Pattern TAKES = Pattern.compile("(?is)\\b(drop\\s+(table|schema|column)|truncate)\\b");

    /** What may stand between the words and the name. */
    private static final Set<String> FILLERS = Set.of("IF", "EXISTS", "ONLY", "TABLE", "COLUMN");

    /** What DROP takes in ALTER TABLE and is no column. */
    private static final Set<String> NO_COLUMNS = Set.of("CONSTRAINT", "NOT", "DEFAULT", "IDENTITY", "EXPRESSION");

    /** What each statement takes, in order. */
    public static List<TakingSql> of(String sql) {
        List<TakingSql> taken = new ArrayList<>();
        SqlSplitter.split(sql).forEach(statement -> new Reader(statement, taken).read());
        return taken;
    }

    /** Reads one statement. */
    private static final class Reader {

        private final String statement;
        private final List<TakingSql> taken;
        private final List<Token> tokens;
        private int at;

        Reader(String statement, List<TakingSql> taken) {
            this.statement = statement;
            this.taken = taken;
            this.tokens = SqlLexer.tokens(statement).stream()
                    .filter(token -> token.kind() != Kind.COMMENT && !token.isBlank())
                    .toList();
        }

        void read() {
            switch (word(0) + " " + word(1)) {
                case "DROP TABLE" -> names(2);
                case "DROP SCHEMA", "DROP OWNED" -> unknown();
                case "ALTER TABLE" -> columns();
                case "DELETE FROM" -> {
                    if (tokens.stream().noneMatch(token -> is(token, "WHERE") || is(token, "USING"))) {
                        names(2);
                    }
                }
                default -> {
                    if (word(0).equals("TRUNCATE")) {
                        names(1);
                    } else if (word(0).equals("DO") && TAKES.matcher(statement).find()) {
                        unknown();
                    }
                }
            }
        }

        private void names(int from) {
            at = from;
            do {
                skipFillers();
                taken.add(new TakingSql(name(), null, statement));
                if (at < tokens.size() && tokens.get(at).is('*')) {
                    at++;
                }
            } while (at < tokens.size() && tokens.get(at++).is(','));
        }

        private void columns() {
            at = 2;
            skipFillers();
            ObjectName table = name();
            boolean begins = true;
            int depth = 0;
            while (at < tokens.size()) {
                Token token = tokens.get(at++);
                depth += token.is('(') ? 1 : token.is(')') ? -1 : 0;
                if (begins && is(token, "DROP") && !NO_COLUMNS.contains(word(at))) {
                    skipFillers();
                    if (at < tokens.size()) {
                        taken.add(new TakingSql(table, identifier(tokens.get(at)), statement));
                    }
                }
                begins = depth == 0 && token.is(',');
            }
        }

        private void unknown() {
            taken.add(new TakingSql(null, null, statement));
        }

        private void skipFillers() {
            while (FILLERS.contains(word(at))) {
                at++;
            }
        }

        private @Nullable ObjectName name() {
            if (at >= tokens.size()) {
                return null;
            }
            String first = identifier(tokens.get(at++));
            if (at + 1 < tokens.size() && tokens.get(at).is('.')) {
                at += 2;
                return new ObjectName(first, identifier(tokens.get(at - 1)));
            }
            return ObjectName.of(first);
        }

        private String word(int index) {
            return index < tokens.size() && tokens.get(index).kind() == Kind.WORD
                    ? tokens.get(index).text().toUpperCase(Locale.ROOT)
                    : "";
        }

        private static boolean is(Token token, String word) {
            return token.kind() == Kind.WORD && token.text().equalsIgnoreCase(word);
        }

        private static String identifier(Token token) {
            String text = token.text();
            return token.kind() == Kind.QUOTED && text.startsWith("\"")
                    ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                    : text.toLowerCase(Locale.ROOT);
        }
    }
}
