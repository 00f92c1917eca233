package dev.retort.model;

import dev.retort.schema.Expression;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.mapping.Selectable;
import org.jspecify.annotations.Nullable;

/** Maps indexes, from what their annotations say where Hibernate's own reading loses it. */
final class IndexMapper {

    private final Reading reading;
    private final StatedIndexes stated;

    IndexMapper(Reading reading) {
        this.reading = reading;
        this.stated = new StatedIndexes(reading.model());
    }

    /** The indexes of a table that are none of its unique keys. */
    List<Index> map(org.hibernate.mapping.Table table, ObjectName name, Set<String> columns) {
        List<Index> indexes = new ArrayList<>();
        for (org.hibernate.mapping.Index index : table.getIndexes().values()) {
            Index mapped = map(
                    GeneratedNames.stated(index.getName(), reading.names()),
                    keys(index.getSelectables(), index.getSelectableOrderMap()),
                    index.isUnique(),
                    LineMembers.options(index),
                    name,
                    columns);
            if (mapped != null) {
                indexes.add(mapped);
            }
        }
        return indexes;
    }

    /** The keys as they were meant. */
    List<IndexKeyText> keys(List<? extends Selectable> selectables, Map<? extends Selectable, String> orders) {
        return stated.keys(selectables, orders);
    }

    /** An index; null, with a note, where it names a column that its table does not have. */
    @Nullable
    Index map(
            @Nullable String indexName,
            List<IndexKeyText> keys,
            boolean unique,
            @Nullable String options,
            ObjectName table,
            Set<String> columns) {
        IndexClauses clauses = IndexClauses.parse(options);
        List<Index.Key> mapped = new ArrayList<>();
        for (IndexKeyText key : keys) {
            Index.Key one = key(key, columns);
            if (one == null) {
                noteMissing(indexName, key, table);
                return null;
            }
            mapped.add(one);
        }
        noteUnknown(clauses, indexName, table);
        String predicate = clauses.predicate();
        return new Index(
                indexName,
                "btree",
                mapped,
                clauses.include(),
                predicate == null ? null : Expression.of(named(predicate, columns)),
                unique,
                clauses.nullsNotDistinct(),
                clauses.storage(),
                true);
    }

    private Index.@Nullable Key key(IndexKeyText key, Set<String> columns) {
        boolean nullsFirst = key.nullsFirst() == null ? key.descending() : key.nullsFirst();
        String collation =
                key.collation() == null ? null : SqlNames.of(key.collation()).catalogSpelling();
        String expression = key.expression();
        if (expression != null) {
            return new Index.Key(
                    null,
                    Expression.of(named(expression, columns)),
                    key.opclass(),
                    collation,
                    key.descending(),
                    nullsFirst);
        }
        String column = columnNamed(String.valueOf(key.column()), columns);
        return column == null
                ? null
                : new Index.Key(column, null, key.opclass(), collation, key.descending(), nullsFirst);
    }

    /** The table's column that a name means, by the naming strategy, else as SQL would take it; null for none. */
    @Nullable
    String columnNamed(String written, Set<String> columns) {
        String physical = reading.names().column(stated.physicalName(written));
        if (columns.contains(physical)) {
            return physical;
        }
        String plain = SqlNames.unquote(written);
        return columns.contains(plain) ? plain : null;
    }

    /** An expression with the attribute-style names in it replaced by those of the naming strategy, where only these are columns. */
    private String named(String expression, Set<String> columns) {
        SqlTokens tokens = new SqlTokens(expression);
        StringBuilder text = new StringBuilder();
        int copied = 0;
        while (!tokens.atEnd()) {
            SqlTokens.Token token = tokens.next();
            String word = expression.substring(token.start(), token.end());
            boolean call = tokens.peekText().equals("(");
            boolean backticks = word.startsWith("`");
            boolean name = backticks || (!token.word().isEmpty() && !call);
            if (name && !columns.contains(Names.fold(word))) {
                String physical = reading.names().column(stated.physicalName(word));
                if (columns.contains(physical)) {
                    text.append(expression, copied, token.start()).append(SqlNames.quote(physical));
                    copied = token.end();
                }
            }
        }
        return text.append(expression.substring(copied)).toString();
    }

    private void noteMissing(@Nullable String indexName, IndexKeyText key, ObjectName table) {
        reading.note(
                "index-column",
                indexName == null ? table.display() : indexName,
                "An index of " + reading.attributions().originOf(table) + " names '" + key.column() + "', and table "
                        + table.display() + " has no such column, so the index is left out.",
                "Name the column, not the attribute, in columnList.");
    }

    private void noteUnknown(IndexClauses clauses, @Nullable String indexName, ObjectName table) {
        if (!clauses.unknown().isEmpty()) {
            reading.note(
                    "index-options",
                    indexName == null ? table.display() : indexName,
                    "The options of an index of " + reading.attributions().originOf(table) + " say '"
                            + String.join(" ", clauses.unknown()) + "', which is left aside.",
                    indexName == null
                            ? LeftAside.cure("TABLE", table, "…")
                            : LeftAside.cure("INDEX", table.sibling(indexName), "…"));
        }
    }
}
