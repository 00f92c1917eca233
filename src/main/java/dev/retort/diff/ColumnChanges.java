package dev.retort.diff;

import dev.retort.operation.ColumnChange;
import dev.retort.schema.Column;
import dev.retort.schema.Expression;
import dev.retort.schema.Identity;
import dev.retort.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The changes that turn a column into another in place.
 *
 * @param early those that must run before sequences and the columns it is computed from change
 * @param changes the others, in the order in which they run
 */
record ColumnChanges(List<ColumnChange> early, List<ColumnChange> changes) {

    static ColumnChanges between(Column is, Column shall) {
        List<ColumnChange> early = new ArrayList<>();
        List<ColumnChange> changes = new ArrayList<>();
        Expression defaultNow = is.defaultValue();
        if (is.generated() != null && shall.generated() == null) {
            early.add(new ColumnChange.DropExpression());
        }
        boolean startsOver = startsOver(is.identity(), shall.identity());
        if (is.identity() != null && (shall.identity() == null || startsOver)) {
            early.add(new ColumnChange.DropIdentity());
        }
        if (defaultNow != null && shall.identity() != null) {
            early.add(new ColumnChange.DropDefault());
            defaultNow = null;
        }
        if (is.identity() == null && !is.nullable() && shall.nullable()) {
            changes.add(new ColumnChange.DropNotNull());
        }
        Identity before = startsOver ? null : is.identity();
        boolean defaultChanges = !Objects.equals(defaultNow, shall.defaultValue());
        boolean retyped = !is.type().equals(shall.type()) || !Objects.equals(is.collation(), shall.collation());
        if (retyped) {
            String using = is.generated() != null && shall.generated() != null
                    ? null
                    : Conversion.of(is, is.type(), shall.type()).using();
            boolean stands = using == null
                    && is.type().userType() == null
                    && shall.type().userType() == null;
            if (defaultNow != null && (defaultChanges || !stands)) {
                changes.add(new ColumnChange.DropDefault());
                defaultNow = null;
                defaultChanges = shall.defaultValue() != null;
            }
            before = bounded(before, shall, changes);
            changes.add(new ColumnChange.SetType(shall.type(), shall.collation(), using));
            defaultChanges |= isRespelled(defaultNow, is, shall);
        }
        if (is.nullable() && !shall.nullable()) {
            changes.add(new ColumnChange.SetNotNull());
        }
        if (is.identity() != null && !is.nullable() && shall.nullable()) {
            changes.add(new ColumnChange.DropNotNull());
        }
        identity(before, shall, changes);
        if (defaultChanges && !isComputed(shall)) {
            changes.add(defaultChange(shall.defaultValue()));
        }
        return new ColumnChanges(early, changes);
    }

    /** A literal keeps the old type's name in the catalog, {@code 'a'::character varying} on a {@code text}, unless it is set again. */
    private static boolean isRespelled(@Nullable Expression value, Column is, Column shall) {
        return value != null
                && value.sql().indexOf('\'') >= 0
                && !value.sql().startsWith("nextval(")
                && !is.type().base().equals(shall.type().base());
    }

    private static ColumnChange defaultChange(@Nullable Expression value) {
        return value == null ? new ColumnChange.DropDefault() : new ColumnChange.SetDefault(value);
    }

    private static boolean isComputed(Column column) {
        return column.identity() != null || column.generated() != null;
    }

    /** An identity that would lie outside its new bounds is made anew. */
    private static boolean startsOver(@Nullable Identity is, @Nullable Identity shall) {
        return is != null && shall != null && SequenceChange.leavesBounds(is.options(), shall.options());
    }

    /** Bounds that the new type cannot hold change while the column has the old one. */
    private static @Nullable Identity bounded(@Nullable Identity before, Column shall, List<ColumnChange> changes) {
        Identity after = shall.identity();
        if (before == null || after == null) {
            return before;
        }
        SequenceOptions is = before.options();
        SequenceOptions fitted = SequenceChange.fitted(is, shall.type());
        SequenceOptions retyped = SequenceChange.retyped(is, shall.type());
        Long lowest = Objects.equals(fitted.minValue(), retyped.minValue())
                ? null
                : after.options().minValue();
        Long highest = Objects.equals(fitted.maxValue(), retyped.maxValue())
                ? null
                : after.options().maxValue();
        if (lowest == null && highest == null) {
            return before;
        }
        SequenceOptions bounds = new SequenceOptions(null, null, null, lowest, highest, null, null);
        changes.add(new ColumnChange.AlterIdentity(null, bounds));
        return new Identity(before.kind(), bounds.orElse(is));
    }

    private static void identity(@Nullable Identity before, Column shall, List<ColumnChange> changes) {
        Identity after = shall.identity();
        if (after == null) {
            return;
        } else if (before == null) {
            changes.add(new ColumnChange.AddIdentity(after));
        } else {
            SequenceChange options =
                    SequenceChange.between(SequenceChange.retyped(before.options(), shall.type()), after.options());
            Identity.Kind kind = before.kind() == after.kind() ? null : after.kind();
            if (kind != null || !options.isEmpty()) {
                changes.add(new ColumnChange.AlterIdentity(kind, options.options()));
            }
        }
    }
}
