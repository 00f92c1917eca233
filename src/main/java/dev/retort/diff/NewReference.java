package dev.retort.diff;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;

/** A foreign key that comes over rows that are there, and that may refer to nothing. */
public record NewReference(ObjectName table, ForeignKey key) implements Gap {}
