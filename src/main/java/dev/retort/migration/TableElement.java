package dev.retort.migration;

/** What stands in the parentheses of a new table: a column or a constraint, made by {@link Columns}. */
public sealed interface TableElement
        permits ColumnSpec, PrimaryKeySpec, UniqueSpec, CheckSpec, NotNullSpec, ExclusionSpec {}
