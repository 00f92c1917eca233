package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.util.List;

/**
 * A wanted schema with everything filled in that the model leaves open.
 *
 * @param schema fully stated; what of the database neither the model nor a revision made is in it as it is
 * @param warnings one for each object that is left alone so
 */
public record Completed(Schema schema, List<Warning> warnings) {

    public Completed {
        warnings = List.copyOf(warnings);
    }
}
