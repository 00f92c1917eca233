package dev.retort.random.model;

import dev.retort.random.Side;
import java.util.Set;

/**
 * One thing that a developer writes, takes away or changes: a class, a field, an annotation, an attribute of an annotation.
 *
 * @param key names the piece within its pair
 * @param owner the key of what it stands in; empty for a class
 * @param a its Java before the edit; null where it is not there
 * @param b its Java after the edit; null where it is not there
 * @param needs keys of pieces without which this one cannot be
 */
record Piece(Kind kind, String key, String owner, String a, String b, Set<String> needs) {

    /** Where the text goes. */
    enum Kind {
        /** A class and all its Java up to the brace. */
        CLASS,
        /** A whole enum or record. */
        WHOLE,
        /** An annotation of a class or field. */
        ANNOTATION,
        /** An attribute of a class's {@code @Table}. */
        TABLE,
        /** An element of {@code @Table(indexes)}. */
        INDEX,
        /** An element of {@code @Table(uniqueConstraints)}. */
        UNIQUE,
        /** The declaration of a field. */
        FIELD,
        /** An attribute of a field's {@code @Column}. */
        COLUMN,
        /** An attribute of a field's {@code @JoinColumn}. */
        JOIN
    }

    String on(Side side) {
        return side == Side.A ? a : b;
    }

    boolean changes() {
        return a == null || !a.equals(b);
    }

    /** The piece as it is on one side, on both. */
    Piece settled(Side side) {
        return new Piece(kind, key, owner, on(side), on(side), needs);
    }
}
