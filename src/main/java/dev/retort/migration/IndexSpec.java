package dev.retort.migration;

import dev.retort.RevisionException;
import dev.retort.operation.CreateIndex;
import dev.retort.schema.Expression;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A new index; {@code on} has to follow. */
public final class IndexSpec extends Said {

    private Index index;
    private @Nullable ObjectName table;
    private boolean concurrently;

    IndexSpec(@Nullable String name) {
        index = Index.of(name, List.of());
    }

    /**
     * The table and the keys, each in the words of {@code CREATE INDEX}:
     *
     * <pre>{@code
     * key     = (column | function(…) | (expression)) [collate name] [operator-class] [asc | desc] [nulls first | nulls last]
     * }</pre>
     *
     * <p>A column is verbatim; one that is not made of letters, digits, {@code _} and {@code $} stands in double quotes: {@code "\"order date\" desc"}.
     * So do collations and operator classes. Examples: {@code "placed_at desc"}, {@code "lower(email)"}, {@code "name text_pattern_ops"},
     * {@code "(price * quantity)"}, {@code "x collate \"C\" desc nulls last"}.
     */
    public IndexSpec on(String onTable, String... keys) {
        open();
        table = Spelling.name(onTable);
        index = index.withKeys(Arrays.stream(keys).map(Spelling::key).toList());
        return this;
    }

    /** The table and the keys, typed. */
    public IndexSpec on(String onTable, IndexKey... keys) {
        open();
        table = Spelling.name(onTable);
        index = index.withKeys(Arrays.stream(keys).map(IndexKey::key).toList());
        return this;
    }

    /** The access method: {@code gin}, {@code gist}, {@code brin}, {@code hash}; {@code btree} where none is said. */
    public IndexSpec using(String method) {
        return become(index.withMethod(method));
    }

    /** Holds the rows alone for which the SQL is true. */
    public IndexSpec where(String sql) {
        return become(index.withPredicate(Expression.of(sql)));
    }

    /** No two rows have the same keys. */
    public IndexSpec unique() {
        return become(index.withUnique(true));
    }

    /** Two nulls are the same to a unique index; from PostgreSQL 15. */
    public IndexSpec nullsNotDistinct() {
        return become(index.withNullsNotDistinct(true));
    }

    /** Columns that it holds beside the keys. */
    public IndexSpec include(String... columns) {
        return become(index.withInclude(List.of(columns)));
    }

    /** A storage parameter, such as {@code with("fillfactor", "70")}. */
    public IndexSpec with(String parameter, String value) {
        SortedMap<String, String> storage = new TreeMap<>(index.storage());
        storage.put(parameter, value);
        return become(index.withStorage(storage));
    }

    /** Is built while others write, and so outside a transaction. */
    public IndexSpec concurrently() {
        open();
        concurrently = true;
        return this;
    }

    private IndexSpec become(Index changed) {
        open();
        index = changed;
        return this;
    }

    CreateIndex operation() {
        if (table == null) {
            throw new RevisionException(
                    "The index " + index.name() + " has no table",
                    "op.createIndex is not followed by .on(table, keys…).",
                    "Add it right after op.createIndex(…).");
        }
        return new CreateIndex(table, index, concurrently);
    }
}
