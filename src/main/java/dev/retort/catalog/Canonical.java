package dev.retort.catalog;

import dev.retort.schema.Schema;
import java.util.List;
import java.util.Set;

/**
 * A wanted schema in which whatever says the same as the database does so in the database's words.
 *
 * @param notCompared what the server could not spell, one sentence each with the server's reason; a text that it refuses stays as
 *     it was, and where it could not be asked at all the database's own is taken, so that what is not known is no difference
 * @param unknownTypes the bare names of wanted types that neither the model nor the server has
 */
public record Canonical(Schema schema, List<String> notCompared, Set<String> unknownTypes) {

    public Canonical {
        notCompared = List.copyOf(notCompared);
        unknownTypes = Set.copyOf(unknownTypes);
    }

    /** One of which all types are known. */
    Canonical(Schema schema, List<String> notCompared) {
        this(schema, notCompared, Set.of());
    }
}
