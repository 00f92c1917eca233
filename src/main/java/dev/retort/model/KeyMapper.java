package dev.retort.model;

import dev.retort.schema.Deferrability;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Maps primary and unique keys to what PostgreSQL makes of Hibernate's CREATE TABLE: keys with the same columns in the same order are one, and the
 * first stated name is its name.
 */
final class KeyMapper {

    /** The keys of a table; a unique rule that no constraint can state is an index. */
    record Keys(@Nullable PrimaryKey primaryKey, List<Unique> uniques, List<Index> indexes) {}

    private final Reading reading;
    private final IndexMapper indexMapper;

    KeyMapper(Reading reading, IndexMapper indexMapper) {
        this.reading = reading;
        this.indexMapper = indexMapper;
    }

    /** Maps the keys; {@code more} are those that column definitions state. */
    Keys map(Table table, ObjectName name, Set<String> columns, List<Unique> more, @Nullable PrimaryKey inDefinition) {
        PrimaryKey primaryKey = table.getPrimaryKey() == null ? inDefinition : primaryKey(table.getPrimaryKey());
        List<Unique> uniques = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        for (org.hibernate.mapping.Column column : table.getColumns()) {
            if (column.isUnique() && !table.isPrimaryKey(column)) {
                uniques.add(Unique.of(null, List.of(reading.names().column(column))));
            }
        }
        uniques.addAll(more);
        for (UniqueKey key : table.getUniqueKeys().values()) {
            if (!isSaidByItsColumn(table, key)) {
                uniqueKey(key, name, columns, uniques, indexes);
            }
        }
        return merged(primaryKey, uniques, indexes);
    }

    private PrimaryKey primaryKey(org.hibernate.mapping.PrimaryKey key) {
        UniqueKey ordering = key.getOrderingUniqueKey();
        String stated =
                ordering != null && ordering.isNameExplicit() ? reading.names().printed(ordering.getName()) : null;
        return PrimaryKey.of(
                stated, key.getColumns().stream().map(reading.names()::column).toList());
    }

    /** Hibernate prints a column that is marked unique with the column, and loses the name of a key over it alone. */
    private static boolean isSaidByItsColumn(Table table, UniqueKey key) {
        if (key.getColumnSpan() != 1) {
            return false;
        }
        org.hibernate.mapping.Column column = key.getColumn(0);
        org.hibernate.mapping.Column ofTable = table.getColumn(column);
        return column.isUnique() || (ofTable != null && ofTable.isUnique());
    }

    private void uniqueKey(
            UniqueKey key, ObjectName table, Set<String> columns, List<Unique> uniques, List<Index> indexes) {
        String name = key.isNameExplicit() ? reading.names().printed(key.getName()) : null;
        List<IndexKeyText> keys = indexMapper.keys(key.getColumns(), key.getColumnOrderMap());
        String options = LineMembers.options(key);
        IndexClauses clauses = IndexClauses.parse(options);
        boolean constraint = clauses.predicate() == null
                && clauses.storage().isEmpty()
                && keys.stream().allMatch(IndexKeyText::isPlain);
        Index index = indexMapper.map(name, keys, true, options, table, columns);
        if (index == null) {
            return;
        }
        if (constraint) {
            uniques.add(new Unique(
                    name,
                    index.keys().stream().map(k -> String.valueOf(k.column())).toList(),
                    clauses.nullsNotDistinct(),
                    clauses.include(),
                    clauses.deferrability()));
        } else {
            indexes.add(index);
        }
    }

    /** One key of each list of columns; see {@code transformIndexConstraints} of PostgreSQL. */
    private static Keys merged(@Nullable PrimaryKey primaryKey, List<Unique> uniques, List<Index> indexes) {
        PrimaryKey key = primaryKey;
        List<Unique> kept = new ArrayList<>();
        for (Unique unique : uniques) {
            if (key != null && sameIndex(unique, key.columns(), false, key.include())) {
                key = key.name() == null ? key.withName(unique.name()) : key;
                continue;
            }
            int same = indexOf(kept, unique);
            if (same < 0) {
                kept.add(unique);
            } else if (kept.get(same).name() == null) {
                kept.set(same, kept.get(same).withName(unique.name()));
            }
        }
        return new Keys(key, kept, indexes);
    }

    private static boolean sameIndex(
            Unique unique, List<String> columns, boolean nullsNotDistinct, List<String> include) {
        return unique.columns().equals(columns)
                && unique.include().equals(include)
                && unique.nullsNotDistinct() == nullsNotDistinct
                && unique.deferrability() == Deferrability.NOT_DEFERRABLE;
    }

    private static int indexOf(List<Unique> kept, Unique unique) {
        return Stream.iterate(0, i -> i < kept.size(), i -> i + 1)
                .filter(i -> kept.get(i).withName(null).equals(unique.withName(null)))
                .findFirst()
                .orElse(-1);
    }
}
