package dev.retort.model;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Provenance;
import dev.retort.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the entities want.
 *
 * @param schema the wanted schema; what the entities leave open is null in it, names of constraints above all
 * @param provenance the entity or attribute behind each table and column
 * @param initCommands statements that fill a new table, as generator tables need, by table
 * @param notes what a careful reader of the model should know, sorted
 * @param entities the entities that were read, fully qualified, sorted
 * @param roles what columns are for, where Hibernate's releases declare such columns otherwise
 * @param counters the rows of generators' tables
 * @param reading how they were read, one thing a line: by which Hibernate, and with which preset
 */
public record Model(
        Schema schema,
        Provenance provenance,
        SortedMap<ObjectName, List<String>> initCommands,
        List<ModelNote> notes,
        List<String> entities,
        SortedMap<ColumnRef, Set<ColumnRole>> roles,
        List<CounterRow> counters,
        List<String> reading) {

    public Model {
        SortedMap<ObjectName, List<String>> commands = new TreeMap<>();
        initCommands.forEach((table, statements) -> commands.put(table, List.copyOf(statements)));
        initCommands = Collections.unmodifiableSortedMap(commands);
        notes = notes.stream().sorted().distinct().toList();
        entities = entities.stream().sorted().toList();
        roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
        counters = List.copyOf(counters);
        reading = List.copyOf(reading);
    }
}
