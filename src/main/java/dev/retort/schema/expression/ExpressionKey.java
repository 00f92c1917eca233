package dev.retort.schema.expression;

/** The canonical form of an expression: the same text for every spelling of one meaning that needs no server to know. */
public final class ExpressionKey {

    private ExpressionKey() {}

    /** The key of an expression; text that is not understood is its own key with white space folded. */
    public static String of(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }
}
