package dev.retort.schema;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the objects of a model come from: the entity and attribute behind a table, a column, a sequence or a type.
 *
 * @param tables what is behind a relation: the entity or collection of a table, such as {@code Customer} or {@code Customer.phones}, the entity of a
 *     view, the identifier that a sequence is for, such as {@code Customer.id}
 * @param columns the attribute behind a column, such as {@code Customer.tier} or {@code Order.address.city}
 * @param types the attributes behind a type of one's own, such as {@code Customer.tier} or {@code Customer.tier, Offer.tier}
 * @param entities the fully qualified class of an entity by its short name
 */
public record Provenance(
        Map<ObjectName, String> tables,
        Map<ColumnRef, String> columns,
        Map<ObjectName, String> types,
        Map<String, String> entities) {

    /** Nothing known, as for a live catalog. */
    public static final Provenance NONE = new Provenance(Map.of(), Map.of(), Map.of(), Map.of());

    public Provenance {
        tables = new TreeMap<>(tables);
        columns = new TreeMap<>(columns);
        types = new TreeMap<>(types);
        entities = new TreeMap<>(entities);
    }

    /** The entity behind a table or view, the identifier behind a sequence. */
    public Optional<String> of(ObjectName table) {
        return Optional.ofNullable(tables.get(table));
    }

    /** The attributes behind an enum or composite type, or a domain. */
    public Optional<String> ofType(ObjectName type) {
        return Optional.ofNullable(types.get(type));
    }

    /** The attribute behind a column. */
    public Optional<String> of(ObjectName table, String column) {
        return Optional.ofNullable(columns.get(new ColumnRef(table, column)));
    }
}
