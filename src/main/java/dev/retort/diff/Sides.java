package dev.retort.diff;

import dev.retort.schema.Schema;

/**
 * What every differ works on.
 *
 * @param from the schema as it is, renames already applied
 * @param to the schema as it shall be
 * @param impact what the changes of columns and types drag along
 * @param serial which new columns are {@code serial}
 * @param changes where operations and warnings go
 */
record Sides(Schema from, Schema to, Impact impact, Serial serial, Changes changes) {}
