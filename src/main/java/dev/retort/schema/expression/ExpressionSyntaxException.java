package dev.retort.schema.expression;

/** The text is not an expression that this room understands; its spelling is then compared as it stands. */
final class ExpressionSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    ExpressionSyntaxException(String message) {
        super(message, null, false, false);
    }
}
