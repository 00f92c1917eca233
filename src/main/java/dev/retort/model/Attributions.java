package dev.retort.model;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Provenance;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

/** What stands behind tables, columns, sequences and types, and in which order a person would write a table's columns. */
final class Attributions {

    /** Of how many attributes of one type a reader is told. */
    private static final int SEVERAL = 3;

    private final Names names;
    private final Map<ObjectName, String> tables = new TreeMap<>();
    private final Map<ColumnRef, String> columns = new TreeMap<>();
    private final Map<ObjectName, Set<String>> types = new TreeMap<>();
    private final Map<String, String> entities = new TreeMap<>();
    private final Map<ObjectName, Set<String>> order = new TreeMap<>();

    Attributions(Names names) {
        this.names = names;
    }

    /** The short name that an entity goes by: its class's own, or the whole one where another entity has that. */
    String entity(String qualified) {
        String name = qualified.substring(Math.max(qualified.lastIndexOf('.'), qualified.lastIndexOf('$')) + 1);
        String label = entities.getOrDefault(name, qualified).equals(qualified) ? name : qualified;
        entities.put(label, qualified);
        return label;
    }

    /** The first to claim a table is what it comes from. */
    void table(Table table, String origin) {
        tables.putIfAbsent(names.table(table), origin);
    }

    /** The first to claim a column is what it comes from and where it stands. */
    void columns(Table table, Iterable<? extends Selectable> selectables, String origin) {
        ObjectName tableName = names.table(table);
        for (Selectable selectable : selectables) {
            if (selectable instanceof Column column) {
                String name = names.column(column);
                columns.putIfAbsent(new ColumnRef(tableName, name), origin);
                order.computeIfAbsent(tableName, t -> new LinkedHashSet<>()).add(name);
            }
        }
    }

    /** The first to claim a sequence, or a table of a generator, are what it comes from. */
    void generated(ObjectName object, Set<String> origins) {
        tables.putIfAbsent(object, several(origins));
    }

    /** Whether something claims a table. */
    boolean knows(ObjectName table) {
        return tables.containsKey(table);
    }

    /** One more attribute that has a type. */
    void type(ObjectName type, String origin) {
        types.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(origin);
    }

    /** The columns of a table that something claimed, in the order to write them. */
    Set<String> order(ObjectName table) {
        return order.getOrDefault(table, Set.of());
    }

    /** What a column comes from, for a message: the attribute, else the column itself. */
    String originOf(ObjectName table, String column) {
        ColumnRef ref = new ColumnRef(table, column);
        return columns.getOrDefault(ref, ref.display());
    }

    /** What a table comes from, for a message: the entity or collection, else the table itself. */
    String originOf(ObjectName table) {
        return tables.getOrDefault(table, table.display());
    }

    Provenance provenance() {
        Map<ObjectName, String> ofTypes = new TreeMap<>();
        types.forEach((type, origins) -> ofTypes.put(type, several(origins)));
        return new Provenance(tables, columns, ofTypes, entities);
    }

    private static String several(Set<String> origins) {
        return origins.stream().limit(SEVERAL).collect(Collectors.joining(", "))
                + (origins.size() > SEVERAL ? ", …" : "");
    }
}
