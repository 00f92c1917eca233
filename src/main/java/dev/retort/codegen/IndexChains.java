package dev.retort.codegen;

import dev.retort.operation.CreateIndex;
import dev.retort.schema.Expression;
import dev.retort.schema.Index;
import java.util.List;

/** New indexes. */
final class IndexChains {

    private IndexChains() {}

    static Chain create(CreateIndex operation) {
        Index index = operation.index();
        Chain chain = Chain.of("op.createIndex").textOrNull(index.name());
        chain.then("on", operation.table().display());
        keys(chain, index.keys());
        if (!index.method().equals("btree")) {
            chain.then("using", index.method());
        }
        if (index.predicate() != null) {
            chain.then("where", index.predicate().sql());
        }
        if (index.unique()) {
            chain.then("unique");
        }
        if (index.nullsNotDistinct()) {
            chain.then("nullsNotDistinct");
        }
        if (!index.include().isEmpty()) {
            chain.then("include").texts(index.include());
        }
        index.storage().forEach((parameter, value) -> chain.then("with", parameter, value));
        return operation.concurrently() ? chain.then("concurrently") : chain;
    }

    private static void keys(Chain chain, List<Index.Key> keys) {
        if (keys.stream().allMatch(IndexChains::isReadBack)) {
            keys.forEach(key -> chain.text(key.display()));
        } else {
            keys.forEach(key -> chain.chain(typed(key)));
        }
    }

    /** Whether the text form says it; SQL whose parentheses do not match cannot be told from what follows it. */
    private static boolean isReadBack(Index.Key key) {
        try {
            return Index.Key.parse(key.display()).equals(key);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Chain typed(Index.Key key) {
        Expression expression = key.expression();
        Chain chain = expression == null
                ? Chain.of("key").textOrNull(key.column())
                : Chain.of("keyOf").text(expression.sql());
        if (key.collation() != null) {
            chain.then("collate", key.collation());
        }
        if (key.opclass() != null) {
            chain.then("opclass", key.opclass());
        }
        if (key.descending()) {
            chain.then("desc");
        }
        if (key.descending() != key.nullsFirst()) {
            chain.then(key.nullsFirst() ? "nullsFirst" : "nullsLast");
        }
        return chain;
    }
}
