package dev.retort.diff;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.Map;
import java.util.Set;

/**
 * What every differ works on.
 *
 * @param from the schema as it is, renames already applied
 * @param to the schema as it shall be
 * @param impact what the changes of columns and types drag along
 * @param serial which new columns are {@code serial}
 * @param changes where operations and warnings go
 * @param counted the keys that are known to be counted with a sequence of what shall be, by the sequence
 */
record Sides(
        Schema from,
        Schema to,
        Impact impact,
        Serial serial,
        Changes changes,
        Map<ObjectName, Set<ColumnRef>> counted) {}
