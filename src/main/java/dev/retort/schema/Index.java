package dev.retort.schema;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that no constraint owns.
 *
 * @param name the name, without its namespace, which is always the table's; null where the model leaves it open
 * @param method the access method, {@code btree} by default
 * @param storage the storage parameters, such as {@code fillfactor=70}
 * @param valid false for one that a failed concurrent build left behind ({@code pg_index.indisvalid})
 */
public record Index(
        @Nullable String name,
        String method,
        List<Key> keys,
        List<String> include,
        @Nullable Expression predicate,
        boolean unique,
        boolean nullsNotDistinct,
        SortedMap<String, String> storage,
        boolean valid) {

    /**
     * One key of an index: a column or an expression, never both.
     *
     * @param opclass the operator class where it is not the type's default, with its parameters; null otherwise
     * @param collation the collation where it is not the column's; null otherwise
     * @param nullsFirst where nulls sort; the default is last, and first for a descending key
     */
    public record Key(
            @Nullable String column,
            @Nullable Expression expression,
            @Nullable String opclass,
            @Nullable String collation,
            boolean descending,
            boolean nullsFirst) {

        public Key {
            if ((column == null) == (expression == null)) {
                throw new IllegalArgumentException("a key is a column or an expression");
            }
        }

        /** An ascending key on a column. */
        public static Key of(String column) {
            return new Key(column, null, null, null, false, false);
        }

        /**
         * Reads the spelling of the revision API: a column, {@code function(…)} or {@code (expression)}, then {@code collate name}, an operator
         * class, {@code asc} or {@code desc}, {@code nulls first} or {@code nulls last}. Names are verbatim; one of other characters than letters,
         * digits, {@code _} and {@code $} stands in double quotes, quotes inside doubled.
         *
         * @throws IllegalArgumentException if the text is not of that grammar
         */
        public static Key parse(String text) {
            return IndexKeyText.parse(text);
        }

        /** The spelling of the revision API, which {@link #parse} reads back unless the key's SQL is unbalanced. */
        public String display() {
            return IndexKeyText.print(this);
        }

        /** A key on a column, descending with nulls first, as {@code DESC} alone says. */
        public static Key descending(String column) {
            return new Key(column, null, null, null, true, true);
        }

        /** An ascending key on an expression. */
        public static Key ofExpression(String sql) {
            return new Key(null, Expression.of(sql), null, null, false, false);
        }

        public Key withColumn(String newColumn) {
            return new Key(newColumn, null, opclass, collation, descending, nullsFirst);
        }

        public Key withExpression(Expression newExpression) {
            return new Key(null, newExpression, opclass, collation, descending, nullsFirst);
        }
    }

    public Index {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
        storage = Collections.unmodifiableSortedMap(new TreeMap<>(storage));
    }

    /** A plain b-tree index. */
    public static Index of(@Nullable String name, List<Key> keys) {
        return new Index(name, "btree", keys, List.of(), null, false, false, new TreeMap<>(), true);
    }

    public Index withName(@Nullable String newName) {
        return new Index(newName, method, keys, include, predicate, unique, nullsNotDistinct, storage, valid);
    }

    public Index withKeys(List<Key> newKeys) {
        return new Index(name, method, newKeys, include, predicate, unique, nullsNotDistinct, storage, valid);
    }

    public Index withInclude(List<String> newInclude) {
        return new Index(name, method, keys, newInclude, predicate, unique, nullsNotDistinct, storage, valid);
    }

    public Index withMethod(String newMethod) {
        return new Index(name, newMethod, keys, include, predicate, unique, nullsNotDistinct, storage, valid);
    }

    public Index withPredicate(@Nullable Expression newPredicate) {
        return new Index(name, method, keys, include, newPredicate, unique, nullsNotDistinct, storage, valid);
    }

    public Index withUnique(boolean newUnique) {
        return new Index(name, method, keys, include, predicate, newUnique, nullsNotDistinct, storage, valid);
    }

    public Index withNullsNotDistinct(boolean newNullsNotDistinct) {
        return new Index(name, method, keys, include, predicate, unique, newNullsNotDistinct, storage, valid);
    }

    public Index withValid(boolean newValid) {
        return new Index(name, method, keys, include, predicate, unique, nullsNotDistinct, storage, newValid);
    }

    public Index withStorage(SortedMap<String, String> newStorage) {
        return new Index(name, method, keys, include, predicate, unique, nullsNotDistinct, newStorage, valid);
    }
}
