package dev.retort.schema;

/**
 * The identity of a column.
 *
 * @param kind who may write the column
 * @param options the options of its sequence
 */
public record Identity(Kind kind, SequenceOptions options) {

    /** Who may write an identity column ({@code pg_attribute.attidentity}: a, d). */
    public enum Kind {
        ALWAYS,
        BY_DEFAULT
    }
}
