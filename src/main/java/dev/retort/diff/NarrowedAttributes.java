package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.CompositeType;
import dev.retort.schema.CompositeType.Attribute;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attributes of a composite type that become narrower in the columns that are of it. */
final class NarrowedAttributes {

    private NarrowedAttributes() {}

    /** Warns of those of one column. */
    static void warn(ObjectName type, Column column, ColumnRef ref, Sides sides) {
        CompositeType is = sides.from().composites().get(type);
        CompositeType shall = sides.to().composites().get(type);
        if (is == null || shall == null) {
            return;
        }
        for (Attribute attribute : is.attributes()) {
            ObjectName part = attribute.type().userType();
            // A type cannot be of itself.
            if (part != null && sides.impact().replacedTypes.contains(part)) {
                warn(part, column, ref, sides);
            }
            shall.attributes().stream()
                    .filter(a -> a.name().equals(attribute.name()) && Narrowing.narrows(attribute.type(), a.type()))
                    .forEach(a -> warn(type, column, ref, attribute, a, sides));
        }
    }

    private static void warn(
            ObjectName type, Column column, ColumnRef ref, Attribute is, Attribute shall, Sides sides) {
        RowQuestion rows = rows(type, column, ref, is, shall, sides.changes());
        sides.changes()
                .doubt(
                        new Warning(
                                Narrowing.RULE,
                                Warning.Level.WARNING,
                                List.of(ref.toString(), type.qualified() + "." + is.name()),
                                "the attribute " + is.name() + " of " + type.display() + ", "
                                        + is.type().display() + ", becomes "
                                        + shall.type().display() + " in " + ref.display() + ": "
                                        + Narrowing.consequence(is.type(), shall.type()),
                                rows == null
                                        ? "Try the upgrade on a copy of the database, with `retort upgrade head`"
                                        : DataWarnings.see(rows)),
                        rows,
                        null);
    }

    /** Null where the type is not the column's own, but of an attribute or a domain of it. */
    private static @Nullable RowQuestion rows(
            ObjectName type, Column column, ColumnRef ref, Attribute is, Attribute shall, Changes changes) {
        if (!type.equals(column.type().userType())) {
            return null;
        }
        RowQuestions rows = changes.rows(ref.table());
        String name = ReservedWords.quote(is.name());
        String value = column.type().array() ? "(element)." + name : "(" + rows.column(column.name()) + ")." + name;
        String unfit = Narrowing.unfit(value, is.type(), shall.type());
        if (unfit == null) {
            return null;
        }
        return rows.does(
                column.type().array()
                        ? "EXISTS (SELECT FROM unnest(" + rows.column(column.name()) + ") AS element WHERE " + unfit
                                + ")"
                        : unfit,
                "row does not fit",
                "rows do not fit");
    }
}
