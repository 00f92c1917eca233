package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/** A constraint of a table. */
public sealed interface Constraint permits PrimaryKey, Unique, Check, ForeignKey, Exclusion, NotNull {

    /** The name; null where the model leaves it open, which a live catalog never does. */
    @Nullable
    String name();

    /** The same constraint under another name. */
    Constraint withName(@Nullable String name);
}
