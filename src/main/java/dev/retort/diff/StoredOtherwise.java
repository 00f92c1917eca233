package dev.retort.diff;

import dev.retort.schema.ObjectName;
import java.util.List;

/**
 * An enumerated attribute that its rows shall hold in another way, which only its owner can say.
 *
 * @param names the column, and the check that allows the new values where there is one
 */
public record StoredOtherwise(ObjectName table, List<String> names) implements Gap {

    public StoredOtherwise {
        names = List.copyOf(names);
    }
}
