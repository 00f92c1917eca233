package dev.retort.migration;

import dev.retort.schema.Column;
import dev.retort.schema.Expression;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import org.jspecify.annotations.Nullable;

/** A column. It holds nulls unless it says otherwise, is an identity, or belongs to the primary key of the table being created. */
public final class ColumnSpec extends Said implements TableElement {

    private Column column;
    private @Nullable Boolean nullable;
    private Identity.@Nullable Kind identity;
    private SequenceOptions options = SequenceOptions.UNSTATED;

    ColumnSpec(String name, SqlType type) {
        column = Column.of(name, type);
    }

    /** Holds an array of its type. */
    public ColumnSpec array() {
        return become(column.withType(column.type().asArray()));
    }

    /** Holds no nulls. */
    public ColumnSpec notNull() {
        open();
        nullable = false;
        return this;
    }

    /** Holds nulls. */
    public ColumnSpec nullable() {
        open();
        nullable = true;
        return this;
    }

    /** The default, as SQL: {@code defaultTo("'BASIC'")}, {@code defaultTo("now()")}. */
    public ColumnSpec defaultTo(String sql) {
        return become(column.withDefault(Expression.of(sql)));
    }

    /** Gets its value from a sequence of its own, unless one is given. */
    public ColumnSpec identity() {
        return identity(new SequenceSpec());
    }

    /** Gets its value from a sequence of its own, with settings, unless one is given. */
    public ColumnSpec identity(SequenceSpec sequence) {
        return identity(Identity.Kind.BY_DEFAULT, sequence);
    }

    /** Gets its value from a sequence of its own, always. */
    public ColumnSpec identityAlways() {
        return identityAlways(new SequenceSpec());
    }

    /** Gets its value from a sequence of its own, with settings, always. */
    public ColumnSpec identityAlways(SequenceSpec sequence) {
        return identity(Identity.Kind.ALWAYS, sequence);
    }

    private ColumnSpec identity(Identity.Kind kind, SequenceSpec sequence) {
        open();
        identity = kind;
        options = sequence.stated();
        return this;
    }

    /** Is computed from other columns of the row and stored. */
    public ColumnSpec generated(String sql) {
        return become(column.withGenerated(new Generated(Expression.of(sql), true)));
    }

    /** Is computed from other columns of the row when read; from PostgreSQL 18. */
    public ColumnSpec generatedVirtual(String sql) {
        return become(column.withGenerated(new Generated(Expression.of(sql), false)));
    }

    /** The collation, {@code name} or {@code namespace.name}. */
    public ColumnSpec collate(String collation) {
        return become(column.withCollation(collation));
    }

    /** The comment. */
    public ColumnSpec comment(String text) {
        return become(column.withComment(text));
    }

    private ColumnSpec become(Column changed) {
        open();
        column = changed;
        return this;
    }

    String name() {
        return column.name();
    }

    /** The column, where a primary key may imply that it holds no nulls. */
    Column column(boolean inPrimaryKey) {
        done();
        boolean holdsNulls = nullable != null ? nullable : identity == null && !inPrimaryKey;
        Column complete = column.withNullable(holdsNulls);
        return identity == null
                ? complete
                : complete.withIdentity(new Identity(identity, options.withDefaults(column.type())));
    }

    /** Whether it says a name and a type and nothing else, as an attribute of a composite type may. */
    boolean isPlain() {
        return nullable == null && identity == null && column.equals(Column.of(column.name(), column.type()));
    }

    SqlType type() {
        return column.type();
    }
}
