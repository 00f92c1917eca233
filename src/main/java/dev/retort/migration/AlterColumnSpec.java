package dev.retort.migration;

import dev.retort.RevisionException;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.schema.Expression;
import dev.retort.schema.Identity;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of a column in place, in order. */
public final class AlterColumnSpec extends Said {

    private final ObjectName table;
    private final String column;
    private final List<ColumnChange> changes = new ArrayList<>();

    AlterColumnSpec(ObjectName table, String column) {
        this.table = table;
        this.column = column;
    }

    /** Gets another type; PostgreSQL casts the values, or {@link #using} says how. */
    public AlterColumnSpec type(String type) {
        return change(new ColumnChange.SetType(Spelling.type(type), null, null));
    }

    /** The collation of the type just said. */
    public AlterColumnSpec collate(String collation) {
        ColumnChange.SetType set = lastType("collate");
        return replace(new ColumnChange.SetType(set.type(), collation, set.using()));
    }

    /** How old values become ones of the type just said, as SQL. */
    public AlterColumnSpec using(String sql) {
        ColumnChange.SetType set = lastType("using");
        return replace(new ColumnChange.SetType(set.type(), set.collation(), sql));
    }

    /** Holds no nulls. */
    public AlterColumnSpec notNull() {
        return change(new ColumnChange.SetNotNull());
    }

    /** Holds nulls. */
    public AlterColumnSpec nullable() {
        return change(new ColumnChange.DropNotNull());
    }

    /** The default, as SQL. */
    public AlterColumnSpec defaultTo(String sql) {
        return change(new ColumnChange.SetDefault(Expression.of(sql)));
    }

    /** Has no default. */
    public AlterColumnSpec noDefault() {
        return change(new ColumnChange.DropDefault());
    }

    /** Becomes an identity, a value being possible. */
    public AlterColumnSpec identity() {
        return identity(new SequenceSpec());
    }

    /** Becomes an identity with settings, a value being possible. */
    public AlterColumnSpec identity(SequenceSpec sequence) {
        return add(Identity.Kind.BY_DEFAULT, sequence);
    }

    /** Becomes an identity, always generated. */
    public AlterColumnSpec identityAlways() {
        return identityAlways(new SequenceSpec());
    }

    /** Becomes an identity with settings, always generated. */
    public AlterColumnSpec identityAlways(SequenceSpec sequence) {
        return add(Identity.Kind.ALWAYS, sequence);
    }

    /** Changes settings of the identity's sequence. */
    public AlterColumnSpec changeIdentity(SequenceSpec sequence) {
        return change(null, sequence);
    }

    /** Makes the identity one that a value may be given for. */
    public AlterColumnSpec changeIdentityByDefault() {
        return change(Identity.Kind.BY_DEFAULT, new SequenceSpec());
    }

    /** Makes the identity one that a value may be given for, and changes settings. */
    public AlterColumnSpec changeIdentityByDefault(SequenceSpec sequence) {
        return change(Identity.Kind.BY_DEFAULT, sequence);
    }

    /** Makes the identity one that is always generated. */
    public AlterColumnSpec changeIdentityAlways() {
        return change(Identity.Kind.ALWAYS, new SequenceSpec());
    }

    /** Makes the identity one that is always generated, and changes settings. */
    public AlterColumnSpec changeIdentityAlways(SequenceSpec sequence) {
        return change(Identity.Kind.ALWAYS, sequence);
    }

    /** Is an identity no longer. */
    public AlterColumnSpec noIdentity() {
        return change(new ColumnChange.DropIdentity());
    }

    /** Is computed in another way; from PostgreSQL 17. */
    public AlterColumnSpec generated(String sql) {
        return change(new ColumnChange.SetExpression(Expression.of(sql)));
    }

    /** Is computed no longer and keeps its values. */
    public AlterColumnSpec notGenerated() {
        return change(new ColumnChange.DropExpression());
    }

    private AlterColumnSpec add(Identity.Kind kind, SequenceSpec sequence) {
        return change(new ColumnChange.AddIdentity(
                new Identity(kind, sequence.stated().withDefaults(SqlType.builtin("bigint")))));
    }

    private AlterColumnSpec change(Identity.@Nullable Kind kind, SequenceSpec sequence) {
        return change(new ColumnChange.AlterIdentity(kind, sequence.stated()));
    }

    private AlterColumnSpec change(ColumnChange change) {
        open();
        changes.add(change);
        return this;
    }

    private AlterColumnSpec replace(ColumnChange change) {
        open();
        changes.set(changes.size() - 1, change);
        return this;
    }

    private ColumnChange.SetType lastType(String word) {
        if (!changes.isEmpty() && changes.get(changes.size() - 1) instanceof ColumnChange.SetType set) {
            return set;
        }
        throw new RevisionException(
                "The change of " + table.display() + "." + column + " cannot be read",
                "." + word + "(…) does not follow .type(…).",
                "Write .type(\"…\")." + word + "(\"…\").");
    }

    AlterColumn operation() {
        return new AlterColumn(table, column, NoChange.refused(changes, "alterColumn", table.display() + "." + column));
    }
}
