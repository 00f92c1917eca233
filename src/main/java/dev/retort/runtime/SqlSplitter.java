package dev.retort.runtime;

import dev.retort.runtime.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts SQL into its statements at semicolons, for what must be sent one statement at a time; quotes, dollar quotes, comments, parentheses (as around the
 * actions of a rule) and the bodies of {@code BEGIN ATOMIC} are kept whole.
 */
final class SqlSplitter {

    private static final Pattern ATOMIC = Pattern.compile("(?i)\\batomic\\b");

    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private int atomicDepth;
    private int parentheses;
    private String lastWord = "";
    private boolean said;

    private SqlSplitter() {}

    /** The statements, without semicolons; a part that holds comments alone is none. */
    static List<String> split(String sql) {
        SqlSplitter splitter = new SqlSplitter();
        SqlLexer.tokens(sql).forEach(splitter::take);
        splitter.end();
        return splitter.statements;
    }

    /**
     * What can be sent at a time: all of it, unless it has a block {@code BEGIN ATOMIC … END}, whose end the driver does not see. Behind one it takes the rest
     * for a part of that statement, which the server refuses.
     */
    static List<String> messages(String sql) {
        if (!ATOMIC.matcher(sql).find()) {
            return List.of(sql);
        }
        List<String> statements = split(sql);
        return statements.size() < 2 ? List.of(sql) : statements;
    }

    private void take(Token token) {
        if (token.is(';') && atomicDepth == 0 && parentheses == 0) {
            end();
            return;
        }
        statement.append(token.text());
        said |= token.kind() != SqlLexer.Kind.COMMENT && !token.isBlank();
        if (token.kind() == SqlLexer.Kind.WORD) {
            word(token.text().toUpperCase(Locale.ROOT));
        } else if (token.is('(')) {
            parentheses++;
        } else if (token.is(')')) {
            parentheses = Math.max(0, parentheses - 1);
        }
    }

    private void end() {
        if (said) {
            statements.add(statement.toString().strip());
        }
        statement.setLength(0);
        said = false;
        lastWord = "";
        parentheses = 0;
    }

    private void word(String word) {
        if (word.equals("ATOMIC") && lastWord.equals("BEGIN")) {
            atomicDepth = 1;
        } else if (atomicDepth > 0 && word.equals("CASE")) {
            atomicDepth++;
        } else if (atomicDepth > 0 && word.equals("END")) {
            atomicDepth--;
        }
        lastWord = word;
    }
}
