package dev.retort.sql;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.schema.Index;
import java.util.stream.Collectors;

/** Spells indexes. */
final class IndexSql {

    private IndexSql() {}

    static Statement create(CreateIndex operation) {
        Index index = operation.index();
        String sql = "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + (operation.concurrently() ? "CONCURRENTLY " : "")
                + (index.name() == null ? "" : SqlWriter.identifier(index.name()) + " ")
                + "ON " + SqlWriter.name(operation.table())
                + (index.method().equals("btree") ? "" : " USING " + SqlWriter.identifier(index.method()))
                + definition(index);
        return new Statement(sql, !operation.concurrently());
    }

    /** The keys and all that follows them. */
    static String definition(Index index) {
        return index.keys().stream().map(IndexSql::key).collect(Collectors.joining(", ", " (", ")"))
                + ConstraintSql.include(index.include())
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + (index.storage().isEmpty() ? "" : " WITH " + SqlWriter.storage(index.storage()))
                + (index.predicate() == null ? "" : " WHERE " + SqlWriter.expression(index.predicate()));
    }

    private static String key(Index.Key key) {
        String what = key.column() != null
                ? SqlWriter.identifier(key.column())
                : key.expression() != null ? SqlWriter.parenthesised(key.expression()) : "";
        return what
                + (key.collation() == null ? "" : " COLLATE " + SqlWriter.collation(key.collation()))
                + (key.opclass() == null ? "" : " " + key.opclass())
                + (key.descending() ? " DESC" : "")
                + (key.nullsFirst() == key.descending() ? "" : key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }

    static Statement drop(DropIndex operation) {
        return new Statement(
                "DROP INDEX " + (operation.concurrently() ? "CONCURRENTLY " : "") + SqlWriter.name(operation.index()),
                !operation.concurrently());
    }
}
