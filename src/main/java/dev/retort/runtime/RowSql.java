package dev.retort.runtime;

import dev.retort.runtime.SqlLexer.Kind;
import dev.retort.runtime.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What SQL of a revision's own can do to rows that are there. What is not known to leave them alone can do anything.
 *
 * @param statement one statement
 * @param touches false where it changes no row and no value, nor takes a row away
 */
public record RowSql(String statement, boolean touches) {

    /** First words of statements that are about no rows. */
    private static final Set<String> ALONE = Set.of(
            "GRANT",
            "REVOKE",
            "COMMENT",
            "SECURITY",
            "ANALYZE",
            "VACUUM",
            "CLUSTER",
            "REINDEX",
            "REFRESH",
            "CHECKPOINT",
            "SET",
            "RESET",
            "SHOW",
            "DISCARD",
            "LOCK",
            "LISTEN",
            "UNLISTEN",
            "NOTIFY",
            "LOAD",
            // What is created is new; rows of old tables stay where they are.
            "CREATE");

    /** What hangs on tables, so that all that goes with it holds no rows either. */
    private static final Set<String> ATTACHED = Set.of("VIEW", "MATERIALIZED", "TRIGGER", "POLICY", "RULE", "INDEX");

    /** What holds no rows. */
    private static final Set<String> ROWLESS = Set.of(
            "FUNCTION",
            "PROCEDURE",
            "ROUTINE",
            "AGGREGATE",
            "EVENT",
            "EXTENSION",
            "SEQUENCE",
            "DOMAIN",
            "CAST",
            "COLLATION",
            "CONVERSION",
            "OPERATOR",
            "TEXT",
            "STATISTICS",
            "PUBLICATION",
            "SUBSCRIPTION",
            "ROLE",
            "USER",
            "GROUP",
            "DATABASE",
            "SYSTEM",
            "SERVER",
            "LANGUAGE",
            "TABLESPACE",
            "TRANSFORM",
            "DEFAULT",
            "ACCESS");

    /** Words of {@code ALTER TABLE} behind which values, rows or names can change. */
    private static final Set<String> IN_TABLES =
            Set.of("TYPE", "RENAME", "ATTACH", "DETACH", "INHERIT", "SPLIT", "MERGE", "OF");

    /** What {@code DROP} takes in {@code ALTER TABLE} and is no column. */
    private static final Set<String> NO_COLUMNS = Set.of("CONSTRAINT", "NOT", "DEFAULT", "IDENTITY", "EXPRESSION");

    /** Functions that count, lock, set and ask, and change no row. */
    private static final Set<String> FUNCTIONS = Set.of(
            "setval",
            "nextval",
            "currval",
            "lastval",
            "pg_get_serial_sequence",
            "set_config",
            "current_setting",
            "pg_advisory_lock",
            "pg_advisory_xact_lock",
            "pg_advisory_unlock",
            "hashtext",
            "max",
            "min",
            "count",
            "sum",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "now");

    /** Words before a parenthesis that are no function. */
    private static final Set<String> NO_FUNCTIONS =
            Set.of("select", "from", "where", "and", "or", "not", "in", "exists", "as", "on", "values", "then", "else");

    /** The statements, in order. */
    public static List<RowSql> of(String sql) {
        List<RowSql> statements = new ArrayList<>();
        SqlSplitter.split(sql)
                .forEach(statement -> statements.add(new RowSql(statement, !new Reader(statement).leavesRowsAlone())));
        return statements;
    }

    /** Reads one statement. */
    private static final class Reader {

        private final List<Token> tokens;

        Reader(String statement) {
            this.tokens = SqlLexer.tokens(statement).stream()
                    .filter(token -> token.kind() != Kind.COMMENT && !token.isBlank())
                    .toList();
        }

        boolean leavesRowsAlone() {
            String kind = word(1);
            return switch (word(0)) {
                case "DROP" ->
                    ATTACHED.contains(kind)
                            || ((ROWLESS.contains(kind) || kind.equals("TYPE") || foreignData()) && !has("CASCADE"));
                case "ALTER" ->
                    ATTACHED.contains(kind)
                            || ROWLESS.contains(kind)
                            || foreignData()
                            || (kind.equals("TYPE") && !has("RENAME") && !has("ATTRIBUTE"))
                            || (kind.equals("TABLE") && leavesTableAlone());
                case "SELECT" -> !has("INTO") && asksOnly();
                default -> ALONE.contains(word(0));
            };
        }

        private boolean foreignData() {
            return word(1).equals("FOREIGN") && word(2).equals("DATA");
        }

        /** A column that goes can come again with other values, and a table can come in another's place. */
        private boolean leavesTableAlone() {
            for (int at = 2; at < tokens.size(); at++) {
                if (IN_TABLES.contains(word(at)) || (word(at).equals("DROP") && !NO_COLUMNS.contains(word(at + 1)))) {
                    return false;
                }
            }
            return true;
        }

        private boolean asksOnly() {
            for (int at = 1; at < tokens.size(); at++) {
                if (tokens.get(at).is('(')) {
                    Token before = tokens.get(at - 1);
                    String name = before.text().toLowerCase(Locale.ROOT);
                    boolean called = before.kind() == Kind.WORD && !NO_FUNCTIONS.contains(name);
                    if ((called && !FUNCTIONS.contains(name)) || isName(before)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private static boolean isName(Token token) {
            return token.kind() == Kind.QUOTED && token.text().startsWith("\"");
        }

        private boolean has(String word) {
            return tokens.stream()
                    .anyMatch(token -> token.kind() == Kind.WORD && token.text().equalsIgnoreCase(word));
        }

        private String word(int index) {
            return index < tokens.size() && tokens.get(index).kind() == Kind.WORD
                    ? tokens.get(index).text().toUpperCase(Locale.ROOT)
                    : "";
        }
    }
}
