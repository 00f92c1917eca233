package dev.retort.schema;

/** When a constraint is checked ({@code pg_constraint.condeferrable}, {@code condeferred}). */
public enum Deferrability {
    NOT_DEFERRABLE,
    INITIALLY_IMMEDIATE,
    INITIALLY_DEFERRED
}
