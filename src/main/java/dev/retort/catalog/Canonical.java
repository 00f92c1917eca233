package dev.retort.catalog;

import dev.retort.schema.Schema;
import java.util.List;

/**
 * A wanted schema in which whatever says the same as the database does so in the database's words.
 *
 * @param notCompared what the server could not spell, one sentence each with the server's reason; such texts stay as they were
 */
public record Canonical(Schema schema, List<String> notCompared) {

    public Canonical {
        notCompared = List.copyOf(notCompared);
    }
}
