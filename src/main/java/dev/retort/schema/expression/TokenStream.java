package dev.retort.schema.expression;

import dev.retort.schema.expression.Token.Kind;
import java.util.List;

/** The tokens of an expression and where the parser stands in them. */
final class TokenStream {

    private final List<Token> tokens;
    private int at;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    boolean takeWord(String word) {
        boolean found = peek().isWord(word);
        if (found) {
            at++;
        }
        return found;
    }

    boolean takeMark(String mark) {
        boolean found = peek().isMark(mark);
        if (found) {
            at++;
        }
        return found;
    }

    void expectWord(String word) throws ExpressionSyntaxException {
        if (!takeWord(word)) {
            throw unexpected();
        }
    }

    void expectMark(String mark) throws ExpressionSyntaxException {
        if (!takeMark(mark)) {
            throw unexpected();
        }
    }

    ExpressionSyntaxException unexpected() {
        return new ExpressionSyntaxException("unexpected '" + peek().text() + "'");
    }
}
