package dev.retort.migration;

import dev.retort.schema.Expression;
import dev.retort.schema.Index;

/** One key of an index, where the text form of {@link IndexSpec#on(String, String...)} is not wanted. */
public final class IndexKey {

    private Index.Key key;

    private IndexKey(Index.Key key) {
        this.key = key;
    }

    static IndexKey column(String column) {
        return new IndexKey(Index.Key.of(column));
    }

    static IndexKey expression(String sql) {
        return new IndexKey(Index.Key.ofExpression(sql));
    }

    /** The operator class, with its parameters if it has any, as SQL. */
    public IndexKey opclass(String opclass) {
        key = new Index.Key(
                key.column(), key.expression(), opclass, key.collation(), key.descending(), key.nullsFirst());
        return this;
    }

    /** The collation, {@code name} or {@code namespace.name}. */
    public IndexKey collate(String collation) {
        key = new Index.Key(
                key.column(), key.expression(), key.opclass(), collation, key.descending(), key.nullsFirst());
        return this;
    }

    /** Sorts downwards, nulls first. */
    public IndexKey desc() {
        return sort(true, true);
    }

    /** Nulls sort before all else. */
    public IndexKey nullsFirst() {
        return sort(key.descending(), true);
    }

    /** Nulls sort after all else. */
    public IndexKey nullsLast() {
        return sort(key.descending(), false);
    }

    private IndexKey sort(boolean descending, boolean nullsFirst) {
        Expression expression = key.expression();
        key = new Index.Key(key.column(), expression, key.opclass(), key.collation(), descending, nullsFirst);
        return this;
    }

    Index.Key key() {
        return key;
    }
}
