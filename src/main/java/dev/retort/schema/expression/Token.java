package dev.retort.schema.expression;

/**
 * One token of SQL.
 *
 * @param kind what it is
 * @param text its value: a word folded to lower case, a quoted name or string decoded, an operator as it stands
 */
record Token(Kind kind, String text) {

    enum Kind {
        /** An unquoted word: a keyword or a name. */
        WORD,
        /** A quoted name. */
        QUOTED,
        STRING,
        /** A bit string, its bits. */
        BITS,
        NUMBER,
        OPERATOR,
        /** One of {@code ( ) [ ] , . : ; }. */
        MARK,
        /** {@code ::}. */
        CAST,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isMark(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }
}
