package dev.retort.diff;

/** When an operation runs: the constants stand in execution order, each with the reason for its place. */
enum Phase {
    /** Before whatever is created in it, or moves into it under a new name. */
    CREATE_NAMESPACE,
    /** Before everything else, because all that follows says the new names. */
    RENAME,
    /** Before all that is of its types or calls its functions; after the namespace that it stands in, and after what made room for its members. */
    CREATE_EXTENSION,
    /** Before views go and columns change, because a trigger, policy or rule holds on to what it reads. */
    TAKE_OFF,
    /** Before any change of a table, because PostgreSQL refuses to drop or retype a column that a view reads. */
    DROP_VIEW,
    /** Before every use of the value, because a new value cannot be used in the transaction that adds it: the runner cuts a step after this phase. */
    ADD_ENUM_VALUE,
    /** Before keys, columns and tables are dropped or retyped, because a foreign key holds on to both of its ends. */
    DROP_FOREIGN_KEY,
    /** Before columns change under them, and before a constraint or index takes the name. */
    DROP_CONSTRAINT,
    /** Before columns change under them, and before a constraint or index takes the name. */
    DROP_INDEX,
    /** Before the function that it calls; after the keys and indexes over it. */
    DROP_COMPUTED_COLUMN,
    /** Before a type of its arguments steps aside, under whose name it is dropped; after the views, checks and indexes that call it. */
    DROP_FUNCTION_FIRST,
    /** Before a type is replaced or dropped, because a cast belongs to both of its types. */
    DROP_CAST,
    /** Before whatever takes the name; what steps aside goes once nothing uses it. */
    STEP_ASIDE,
    /** Before the new owner stands, where the old one is dropped early: otherwise the sequence would go with it. */
    RELEASE_SEQUENCE,
    /** Before sequences and columns change: an identity, a generation expression or a default goes that stands in the way. */
    RELEASE_COLUMN,
    /** Before the table, sequence or type that takes the name of a dropped table. */
    DROP_TABLE_FIRST,
    /** Before the column comes back under the same name, and before the columns it is computed from are retyped. */
    DROP_COLUMN_FIRST,
    /** Before the identity whose sequence takes the name. */
    DROP_SEQUENCE_FIRST,
    /** Before the type comes back under the same name; nothing uses it. */
    DROP_TYPE_FIRST,
    /** Before whatever is of it or names it: collations, text search, ranges over the server's types. */
    CREATE_BASE,
    /** Before domains, composites, tables and columns of the type. */
    CREATE_TYPE,
    /** Before a type of its arguments is replaced; after all that calls it. */
    DROP_FUNCTION,
    /** Before columns that come to use the type; all that reads its columns is gone by now. */
    REPLACE_TYPE,
    /** Before expressions that call it; its types stand. */
    CREATE_FUNCTION,
    /** Before expressions that need it. */
    CREATE_CAST,
    /** Before columns come to be of the domain; after the types, functions and casts that its checks and its default speak of. */
    COMPLETE_DOMAIN,
    /** Before the columns whose default draws from it. */
    CREATE_SEQUENCE,
    /** Before foreign keys to it and columns of what inherits from it; parents come first within the phase. */
    CREATE_TABLE,
    /** Before columns change, because an inherited column can be neither dropped nor retyped. */
    ALTER_TABLE_FIRST,
    /** Before constraints and indexes on the column, and before generated columns that read it. */
    ADD_COLUMN,
    /** Before constraints, which hold for the columns as they shall be. */
    ALTER_COLUMN,
    /** Before constraints; after the columns of the parents, whose new defaults take hold of all children. */
    ALTER_CHILD_COLUMN,
    /** Before indexes on it; after the columns that it is computed from have their types. */
    ADD_GENERATED_COLUMN,
    /** Before the old parent and its columns go. */
    ALTER_TABLE,
    /** Before the column or table goes that owned the sequence; after the new owner stands. */
    ALTER_SEQUENCE,
    /** Before foreign keys, which need the key that they refer to. */
    ADD_KEY,
    /** Before views and after all columns stand. */
    ADD_CHECK,
    /** Before foreign keys, because a foreign key may refer to a unique index. */
    CREATE_INDEX,
    /** Before tables go, so that data can be moved under the new rules; after all keys stand. */
    ADD_FOREIGN_KEY,
    /** Before the end, once the constraint stands as it is. */
    VALIDATE_CONSTRAINT,
    /** Before the end and after {@code SET NOT NULL}, which is spared its scan while the check proves it. */
    DROP_PROVING_CHECK,
    /** Before tables, because one may hold the other; late, so that a data step can read the old column while both stand. */
    DROP_COLUMN,
    /** Before sequences and types that the table uses; children go before parents. */
    DROP_TABLE,
    /** Before the namespace; after every default that drew from it. */
    DROP_SEQUENCE,
    /** Before types of its arguments; after the tables, columns and checks that called it. */
    DROP_OBJECT,
    /** Before the namespace; after every column of the type. */
    DROP_TYPE,
    /** Before the namespace; after the domains whose checks called it. */
    DROP_OBJECT_LAST,
    /** Before the namespace; after all that is of its types or calls its functions. */
    DROP_EXTENSION,
    /** Before views that call it; a function that speaks of tables comes after them. */
    CREATE_OBJECT,
    /** Before comments on views; after all that a view may read stands as it shall. */
    CREATE_VIEW,
    /** Before comments on it; after the materialized view that it is of. */
    CREATE_VIEW_INDEX,
    /** Before comments; after the tables and views that it hangs on and reads. */
    PUT_BACK,
    /** Before the namespaces go; after the objects that are commented on. */
    COMMENT,
    /** Last, because only an empty namespace can go. */
    DROP_NAMESPACE
}
