package dev.retort.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One key of an index as its mapping spells it: a column or an expression, then {@code COLLATE}, an operator class, the order and that of nulls.
 *
 * @param column the column as written; null for an expression
 * @param expression the expression as written, outer parentheses taken off; null for a column
 * @param nullsFirst where nulls sort; null where it is not stated
 */
record IndexKeyText(
        @Nullable String column,
        @Nullable String expression,
        @Nullable String collation,
        @Nullable String opclass,
        boolean descending,
        @Nullable Boolean nullsFirst) {

    private static final Set<String> ORDER = Set.of("ASC", "DESC", "NULLS");
    private static final Set<String> TRAILERS = Set.of("ASC", "DESC", "NULLS", "COLLATE");

    /** Reads one key. */
    static IndexKeyText parse(String text) {
        SqlTokens tokens = new SqlTokens(text);
        IndexKeyText simple = simple(tokens);
        if (simple != null) {
            return simple;
        }
        // Something longer, such as data ->> 'id': all up to the order is an expression.
        SqlTokens again = new SqlTokens(text);
        String expression = again.until(TRAILERS);
        return trailers(again, null, expression);
    }

    /** A column, a call or a parenthesised expression; null where more follows than may. */
    private static @Nullable IndexKeyText simple(SqlTokens tokens) {
        if (tokens.peekText().equals("(")) {
            String inside = tokens.parenthesised();
            return done(tokens, trailers(tokens, null, inside));
        }
        String name = tokens.take();
        while (tokens.accept(".")) {
            name += "." + tokens.take();
        }
        if (tokens.peekText().equals("(")) {
            String arguments = tokens.parenthesised();
            return done(tokens, trailers(tokens, null, name + "(" + arguments + ")"));
        }
        return done(tokens, trailers(tokens, name, null));
    }

    private static @Nullable IndexKeyText done(SqlTokens tokens, IndexKeyText key) {
        return tokens.atEnd() ? key : null;
    }

    private static IndexKeyText trailers(SqlTokens tokens, @Nullable String column, @Nullable String expression) {
        String collation = tokens.accept("COLLATE") ? qualified(tokens) : null;
        String opclass = null;
        if (!tokens.peek().isEmpty() && !ORDER.contains(tokens.peek())) {
            opclass = qualified(tokens);
            String parameters = tokens.parenthesised();
            opclass = parameters.isEmpty() ? opclass : opclass + " (" + parameters + ")";
        }
        boolean descending = tokens.accept("DESC");
        tokens.accept("ASC");
        Boolean nullsFirst = tokens.accept("NULLS", "FIRST") ? Boolean.TRUE : null;
        nullsFirst = tokens.accept("NULLS", "LAST") ? Boolean.FALSE : nullsFirst;
        return new IndexKeyText(column, expression, collation, opclass, descending, nullsFirst);
    }

    private static String qualified(SqlTokens tokens) {
        String name = tokens.take();
        return tokens.accept(".") ? name + "." + tokens.take() : name;
    }

    /** Whether it is a column and nothing else, as a unique constraint may have. */
    boolean isPlain() {
        return column != null && collation == null && opclass == null && !descending && nullsFirst == null;
    }
}
