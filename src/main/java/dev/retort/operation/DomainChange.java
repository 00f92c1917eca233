package dev.retort.operation;

import dev.retort.schema.Check;
import dev.retort.schema.Expression;

/** One change of a domain in place; its base type cannot change. */
public sealed interface DomainChange {

    /** {@code SET DEFAULT}. */
    record SetDefault(Expression value) implements DomainChange {}

    /** {@code DROP DEFAULT}. */
    record DropDefault() implements DomainChange {}

    /** {@code SET NOT NULL} or {@code DROP NOT NULL}. */
    record SetNullable(boolean nullable) implements DomainChange {}

    /** {@code ADD CONSTRAINT}. */
    record AddCheck(Check check) implements DomainChange {}

    /** {@code DROP CONSTRAINT}. */
    record DropCheck(String name) implements DomainChange {}
}
