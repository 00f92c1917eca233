package dev.retort.command.proof;

import dev.retort.schema.ObjectName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was put into the tables.
 *
 * @param rows how many rows each table got, those with none left out
 * @param empty the tables that could not be filled
 */
public record Seeding(SortedMap<ObjectName, Integer> rows, List<Empty> empty) {

    /**
     * A table that could not be filled.
     *
     * @param reason what the server said to the last try
     */
    public record Empty(ObjectName table, String reason) {}

    public Seeding {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        empty = List.copyOf(empty);
    }

    /** The same without the rows of some tables. */
    Seeding without(Collection<ObjectName> tables) {
        SortedMap<ObjectName, Integer> others = new TreeMap<>(rows);
        others.keySet().removeAll(tables);
        return new Seeding(others, empty);
    }

    /** All rows of all tables. */
    public int total() {
        return rows.values().stream().mapToInt(Integer::intValue).sum();
    }
}
