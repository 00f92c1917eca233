package dev.retort.schema.expression;

import dev.retort.schema.expression.Token.Kind;
import java.util.stream.Collectors;

/** The canonical form of an expression: the same text for every spelling of one meaning that needs no server to know. */
public final class ExpressionKey {

    private ExpressionKey() {}

    /** The key of an expression; text that is not understood is its own key with white space and the case of words folded. */
    public static String of(String sql) {
        try {
            return Printer.print(Normalizer.normalize(Parser.parse(sql)));
        } catch (ExpressionSyntaxException notUnderstood) {
            return folded(sql);
        }
    }

    private static String folded(String sql) {
        try {
            return Lexer.tokens(sql).stream()
                    .filter(token -> token.kind() != Kind.END)
                    .map(ExpressionKey::spelled)
                    .collect(Collectors.joining(" "));
        } catch (ExpressionSyntaxException notEvenTokens) {
            return sql.strip().replaceAll("\\s+", " ");
        }
    }

    private static String spelled(Token token) {
        return switch (token.kind()) {
            case STRING -> "'" + token.text().replace("'", "''") + "'";
            case QUOTED -> '"' + token.text().replace("\"", "\"\"") + '"';
            default -> token.text();
        };
    }
}
