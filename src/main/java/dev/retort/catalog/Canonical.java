package dev.retort.catalog;

import dev.retort.schema.Schema;
import java.util.List;

/**
 * A wanted schema in which whatever says the same as the database does so in the database's words.
 *
 * @param notCompared what the server could not spell, one sentence each with the server's reason; a text that it refuses stays as
 *     it was, and where it could not be asked at all the database's own is taken, so that what is not known is no difference
 */
public record Canonical(Schema schema, List<String> notCompared) {

    public Canonical {
        notCompared = List.copyOf(notCompared);
    }
}
