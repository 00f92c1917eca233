package dev.retort.migration;

import dev.retort.schema.Check;
import dev.retort.schema.Exclusion;
import dev.retort.schema.NotNull;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlType;
import dev.retort.schema.Unique;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns, constraints and what else stands inside an operation; made for {@code import static}. */
public final class Columns {

    private Columns() {}

    /** A column of any type, spelled as in SQL; a type of one's own is {@code name} or {@code namespace.name}. */
    public static ColumnSpec column(String name, String type) {
        return new ColumnSpec(name, Spelling.type(type));
    }

    /** A {@code smallint} column. */
    public static ColumnSpec smallint(String name) {
        return builtin(name, "smallint", "");
    }

    /** An {@code integer} column. */
    public static ColumnSpec integer(String name) {
        return builtin(name, "integer", "");
    }

    /** A {@code bigint} column. */
    public static ColumnSpec bigint(String name) {
        return builtin(name, "bigint", "");
    }

    /** A {@code numeric} column of any precision. */
    public static ColumnSpec numeric(String name) {
        return builtin(name, "numeric", "");
    }

    /** A {@code numeric(precision)} column: whole numbers. */
    public static ColumnSpec numeric(String name, int precision) {
        return numeric(name, precision, 0);
    }

    /** A {@code numeric(precision, scale)} column. */
    public static ColumnSpec numeric(String name, int precision, int scale) {
        return column(name, "numeric(" + precision + "," + scale + ")");
    }

    /** A {@code real} column. */
    public static ColumnSpec real(String name) {
        return builtin(name, "real", "");
    }

    /** A {@code double precision} column. */
    public static ColumnSpec doublePrecision(String name) {
        return builtin(name, "double precision", "");
    }

    /** A {@code varchar} column of any length. */
    public static ColumnSpec varchar(String name) {
        return builtin(name, "character varying", "");
    }

    /** A {@code varchar(length)} column. */
    public static ColumnSpec varchar(String name, int length) {
        return builtin(name, "character varying", String.valueOf(length));
    }

    /** A {@code text} column. */
    public static ColumnSpec text(String name) {
        return builtin(name, "text", "");
    }

    /** A {@code boolean} column. */
    public static ColumnSpec bool(String name) {
        return builtin(name, "boolean", "");
    }

    /** A {@code uuid} column. */
    public static ColumnSpec uuid(String name) {
        return builtin(name, "uuid", "");
    }

    /** A {@code date} column. */
    public static ColumnSpec date(String name) {
        return builtin(name, "date", "");
    }

    /** A {@code time without time zone} column. */
    public static ColumnSpec time(String name) {
        return builtin(name, "time without time zone", "");
    }

    /** A {@code time(precision) without time zone} column; the precision counts digits of a second's fraction. */
    public static ColumnSpec time(String name, int precision) {
        return column(name, "time(" + precision + ") without time zone");
    }

    /** A {@code timestamp without time zone} column. */
    public static ColumnSpec timestamp(String name) {
        return builtin(name, "timestamp without time zone", "");
    }

    /** A {@code timestamp(precision) without time zone} column; the precision counts digits of a second's fraction. */
    public static ColumnSpec timestamp(String name, int precision) {
        return column(name, "timestamp(" + precision + ") without time zone");
    }

    /** A {@code timestamp with time zone} column. */
    public static ColumnSpec timestamptz(String name) {
        return builtin(name, "timestamp with time zone", "");
    }

    /** A {@code timestamp(precision) with time zone} column; the precision counts digits of a second's fraction. */
    public static ColumnSpec timestamptz(String name, int precision) {
        return column(name, "timestamp(" + precision + ") with time zone");
    }

    /** A {@code json} column. */
    public static ColumnSpec json(String name) {
        return builtin(name, "json", "");
    }

    /** A {@code jsonb} column. */
    public static ColumnSpec jsonb(String name) {
        return builtin(name, "jsonb", "");
    }

    /** A {@code bytea} column. */
    public static ColumnSpec bytea(String name) {
        return builtin(name, "bytea", "");
    }

    /** A column of arrays: {@code array("tags", "text")} is {@code column("tags", "text[]")}; the element's type as SQL spells it, modifiers included. */
    public static ColumnSpec array(String name, String element) {
        return column(name, element + "[]");
    }

    private static ColumnSpec builtin(String name, String base, String modifiers) {
        return new ColumnSpec(name, new SqlType(null, base, modifiers, false));
    }

    /** A primary key; without a name PostgreSQL chooses one. */
    public static PrimaryKeySpec primaryKey(@Nullable String name, String... columns) {
        return new PrimaryKeySpec(PrimaryKey.of(name, List.of(columns)));
    }

    /** A unique constraint; without a name PostgreSQL chooses one. */
    public static UniqueSpec unique(@Nullable String name, String... columns) {
        return new UniqueSpec(Unique.of(name, List.of(columns)));
    }

    /** A check constraint; without a name PostgreSQL chooses one. */
    public static CheckSpec check(@Nullable String name, String sql) {
        return new CheckSpec(Check.of(name, sql));
    }

    /** A {@code NOT NULL} with a name, for a column that says {@code .notNull()} too; from PostgreSQL 18. */
    public static NotNullSpec notNull(@Nullable String name, String column) {
        return new NotNullSpec(NotNull.of(name, column));
    }

    /**
     * An exclusion constraint; without a name PostgreSQL chooses one.
     *
     * @param definition everything from {@code EXCLUDE} on
     */
    public static ExclusionSpec exclude(@Nullable String name, String definition) {
        return new ExclusionSpec(new Exclusion(name, definition));
    }

    /** Settings of a sequence. */
    public static SequenceSpec sequence() {
        return new SequenceSpec();
    }

    /** An index key on a column, its name verbatim. */
    public static IndexKey key(String column) {
        return IndexKey.column(column);
    }

    /** An index key on an expression. */
    public static IndexKey keyOf(String sql) {
        return IndexKey.expression(sql);
    }
}
