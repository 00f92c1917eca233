package dev.retort.model;

/** What a column is for, where Hibernate's releases differ in how they declare such columns. */
public enum ColumnRole {
    /** The column of {@code @Version}. */
    VERSION,
    /** The column that tells the classes of an inheritance apart. */
    DISCRIMINATOR,
    /** The position in a list. */
    LIST_INDEX,
    /** What leads from the table of a collection to its owner. */
    COLLECTION_OWNER,
    /** A value in a set. */
    SET_ELEMENT,
    /** A column of {@code @PartitionKey}. */
    PARTITION_KEY,
    /** A column of {@code @CreationTimestamp} or {@code @UpdateTimestamp}. */
    GENERATED_TIMESTAMP
}
