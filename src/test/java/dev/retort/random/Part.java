package dev.retort.random;

import java.util.List;
import java.util.Set;

/**
 * One thing of a pair of schemas, which may be on either side or on both, there otherwise.
 *
 * @param key names the part within its pair
 * @param owner the key of the table that a column is of; empty for other kinds
 * @param name the quoted name that a row's insertion says; empty where it says none
 * @param a what makes it in the first schema; null where that has it not. Of a column: its definition; of a table: the statement with a {@code U+0001} where its columns stand
 * @param b the same of the second schema
 * @param needs keys of parts without which this one cannot be
 * @param values what the rows hold in this column, as literals; empty where the server computes it
 */
record Part(
        Kind kind, String key, String owner, String name, String a, String b, Set<String> needs, List<String> values) {

    /** Kinds of parts, in the order in which a script makes them. */
    enum Kind {
        NAMESPACE,
        TYPE,
        SEQUENCE,
        TABLE,
        COLUMN,
        ROWS,
        OWNER,
        CONSTRAINT,
        INDEX,
        FOREIGN_KEY,
        VIEW,
        COMMENT
    }

    static Part of(Kind kind, String key, String a, String b, Set<String> needs) {
        return new Part(kind, key, "", "", a, b, needs, List.of());
    }

    String on(Side side) {
        return side == Side.A ? a : b;
    }

    boolean changes() {
        return a == null || !a.equals(b);
    }

    /** The part as it is on one side, on both. */
    Part settled(Side side) {
        return new Part(kind, key, owner, name, on(side), on(side), needs, values);
    }

    boolean isNowhere() {
        return a == null && b == null;
    }
}
