package dev.retort.schema.expression;

import dev.retort.schema.SqlType;
import dev.retort.schema.expression.Token.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the name of a type where a cast or a typed literal holds one. */
final class TypeNames {

    /** Second and later words of types that have several. */
    private static final Set<String> CONTINUATIONS = Set.of(
            "varying",
            "precision",
            "with",
            "without",
            "time",
            "zone",
            "to",
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second");

    private static final Set<String> MULTI_WORD =
            Set.of("character", "char", "national", "nchar", "double", "timestamp", "time", "interval", "bit");

    private static final Set<String> LITERAL_TYPES = Set.of(
            "date",
            "time",
            "timestamp",
            "timestamptz",
            "interval",
            "money",
            "numeric",
            "integer",
            "bigint",
            "smallint",
            "real",
            "text",
            "varchar",
            "uuid",
            "json",
            "jsonb",
            "inet",
            "cidr",
            "point",
            "boolean",
            "bool",
            "int4",
            "int8",
            "float8",
            "regclass",
            "bytea");

    private TypeNames() {}

    static SqlType read(TokenStream tokens) throws ExpressionSyntaxException {
        StringBuilder text = new StringBuilder();
        Token first = tokens.take();
        if (first.kind() != Kind.WORD && first.kind() != Kind.QUOTED) {
            throw tokens.unexpected();
        }
        append(text, first);
        while (tokens.peek().isMark(".")) {
            tokens.take();
            text.append('.');
            append(text, tokens.take());
        }
        boolean several = first.kind() == Kind.WORD && MULTI_WORD.contains(first.text());
        modifiers(tokens, text);
        while (several
                && tokens.peek().kind() == Kind.WORD
                && CONTINUATIONS.contains(tokens.peek().text())) {
            text.append(' ').append(tokens.take().text());
            modifiers(tokens, text);
        }
        while (tokens.peek().isMark("[")
                && (tokens.peek(1).isMark("]") || tokens.peek(2).isMark("]"))) {
            while (!tokens.takeMark("]")) {
                tokens.take();
            }
            text.append("[]");
        }
        try {
            return SqlType.parse(text.toString());
        } catch (IllegalArgumentException e) {
            throw new ExpressionSyntaxException("not a type: " + text);
        }
    }

    /** The type of a typed literal such as {@code interval '1 day'}, the tokens left at the string; null where none starts here. */
    static @Nullable SqlType beforeLiteral(TokenStream tokens) throws ExpressionSyntaxException {
        Token first = tokens.peek();
        if (first.kind() != Kind.WORD || !LITERAL_TYPES.contains(first.text()) && !MULTI_WORD.contains(first.text())) {
            return null;
        }
        int ahead = 1;
        while (tokens.peek(ahead).kind() == Kind.WORD
                && CONTINUATIONS.contains(tokens.peek(ahead).text())) {
            ahead++;
        }
        return tokens.peek(ahead).kind() == Kind.STRING ? read(tokens) : null;
    }

    private static void modifiers(TokenStream tokens, StringBuilder text) throws ExpressionSyntaxException {
        if (!tokens.takeMark("(")) {
            return;
        }
        text.append('(');
        while (!tokens.peek().isMark(")")) {
            if (tokens.atEnd()) {
                throw tokens.unexpected();
            }
            text.append(tokens.take().text());
        }
        tokens.take();
        text.append(')');
    }

    private static void append(StringBuilder text, Token token) {
        if (token.kind() == Kind.QUOTED) {
            text.append('"').append(token.text().replace("\"", "\"\"")).append('"');
        } else {
            text.append(token.text());
        }
    }
}
