package dev.retort.schema;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the objects of a model come from: the entity and attribute behind a table or a column.
 *
 * @param tables the entity behind a table, such as {@code Customer} or {@code Customer.phones}
 * @param columns the attribute behind a column, such as {@code Customer.tier} or {@code Order.address.city}
 * @param entities the fully qualified class of an entity by its short name
 */
public record Provenance(Map<ObjectName, String> tables, Map<ColumnRef, String> columns, Map<String, String> entities) {

    /** Nothing known, as for a live catalog. */
    public static final Provenance NONE = new Provenance(Map.of(), Map.of(), Map.of());

    public Provenance {
        tables = new TreeMap<>(tables);
        columns = new TreeMap<>(columns);
        entities = new TreeMap<>(entities);
    }

    /** The entity behind a table. */
    public Optional<String> of(ObjectName table) {
        return Optional.ofNullable(tables.get(table));
    }

    /** The attribute behind a column. */
    public Optional<String> of(ObjectName table, String column) {
        return Optional.ofNullable(columns.get(new ColumnRef(table, column)));
    }
}
