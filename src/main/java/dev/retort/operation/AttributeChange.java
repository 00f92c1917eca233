package dev.retort.operation;

import dev.retort.schema.SqlType;

/** One change of a composite type's attributes. */
public sealed interface AttributeChange {

    /** {@code ADD ATTRIBUTE}. */
    record Add(String name, SqlType type) implements AttributeChange {}

    /** {@code DROP ATTRIBUTE}. */
    record Drop(String name) implements AttributeChange {}

    /** {@code ALTER ATTRIBUTE … TYPE}. */
    record SetType(String name, SqlType type) implements AttributeChange {}
}
