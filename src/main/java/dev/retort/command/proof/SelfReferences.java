package dev.retort.command.proof;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a table that has to point to itself. */
final class SelfReferences {

    private SelfReferences() {}

    /** Each row pointing to the next one, where a key to the table itself is required and must not point to its own row. */
    static List<SeedRow> inARing(Table table, List<SeedRow> rows) {
        List<SeedRow> ring = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Map<String, String> next = new LinkedHashMap<>();
            for (ForeignKey key : table.foreignKeys()) {
                if (key.target().equals(table.name()) && SeedOrder.isRequired(table, key)) {
                    for (int at = 0; at < key.columns().size(); at++) {
                        String value = rows.get((row + 1) % rows.size())
                                .values()
                                .get(key.targetColumns().get(at));
                        next.put(key.columns().get(at), value == null ? "NULL" : value);
                    }
                }
            }
            ring.add(rows.get(row).with(next));
        }
        return ring;
    }
}
