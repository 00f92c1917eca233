package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A composite type that becomes a table of the same name while columns, attributes or domains stay of it, or the other way round: PostgreSQL
 * drops neither while anything is of it, and a table that is dropped early cannot wait for its columns to be converted. And types that are made of the
 * rows of a table that comes or goes with them, because types come before tables, and go behind them.
 */
final class RowTypes {

    private static final String RULE = "row-type-in-use";

    private final Sides sides;

    /** The names that are a composite type on one side and a table on the other. */
    private final Set<ObjectName> changed = new TreeSet<>();

    private RowTypes(Sides sides) {
        this.sides = sides;
        common(sides.from().composites().keySet(), sides.to().tables().keySet());
        common(sides.to().composites().keySet(), sides.from().tables().keySet());
    }

    private void common(Set<ObjectName> composites, Set<ObjectName> tables) {
        composites.stream().filter(tables::contains).forEach(changed::add);
    }

    /** An error for each. */
    static void diff(Sides sides) {
        RowTypes types = new RowTypes(sides);
        if (!types.changed.isEmpty()) {
            types.columns();
            types.types();
        }
        types.retyped();
        types.together(sides.to(), sides.from(), "comes", "types come before tables", "the table comes");
        types.together(sides.from(), sides.to(), "goes", "tables go before types", "the type goes");
    }

    /** Columns of tables whose rows other columns hold: PostgreSQL does not rewrite what is within them. */
    private void retyped() {
        if (sides.impact().retyped.isEmpty()) {
            return;
        }
        for (Table table : sides.from().allTables()) {
            Table target = sides.to().tables().get(table.name());
            for (Column column : table.columns()) {
                ObjectName rows = column.type().userType();
                if (rows != null
                        && target != null
                        && target.column(column.name()).isPresent()
                        && sides.from().tables().containsKey(rows)) {
                    ColumnRef holder = new ColumnRef(table.name(), column.name());
                    sides.impact().retyped.stream()
                            .filter(ref -> ref.table().equals(rows))
                            .forEach(ref -> holds(ref, holder, column.type()));
                }
            }
        }
    }

    private void holds(ColumnRef retyped, ColumnRef holder, SqlType of) {
        String text = text(of);
        sides.changes()
                .warn(
                        RULE,
                        Warning.Level.ERROR,
                        List.of(
                                retyped.table().qualified() + "." + retyped.column(),
                                holder.table().qualified() + "." + holder.column()),
                        retyped.display() + " changes its type, and " + holder.display() + " holds rows of "
                                + retyped.table().display() + ": PostgreSQL refuses the change while it does",
                        "Make it in three revisions: one in which " + holder.display() + " becomes " + text
                                + " with `USING " + ReservedWords.quote(holder.column()) + "::" + text
                                + "`, this one, and one in which it holds the rows again");
    }

    private void columns() {
        for (Table table : sides.from().allTables()) {
            Table target = sides.to().tables().get(table.name());
            if (target == null) {
                continue;
            }
            Map<String, Column> targets = target.columnsByName();
            for (Column column : table.columns()) {
                Column shall = targets.get(column.name());
                boolean stays = shall != null
                        && Objects.equals(column.type().userType(), shall.type().userType());
                if (isOf(column.type(), changed) && (stays || becomesComposite(column.type()))) {
                    String text = text(column.type());
                    warn(
                            column.type(),
                            table.name().qualified() + "." + column.name(),
                            new ColumnRef(table.name(), column.name()).display() + " is of it"
                                    + (stays ? " before and after" : ", and leaves it too late")
                                    + ": the old one cannot go while the column is of it",
                            stays
                                    ? "two revisions: one in which only the column changes, to " + text
                                            + " with `USING " + ReservedWords.quote(column.name()) + "::" + text
                                            + "`, and behind it this one"
                                    : "two revisions: one in which only the column changes, and behind it this one");
                }
            }
        }
    }

    private void types() {
        sides.from().composites().forEach((name, is) -> {
            CompositeType shall = sides.to().composites().get(name);
            Map<String, SqlType> targets = new HashMap<>();
            if (shall != null) {
                shall.attributes().forEach(a -> targets.put(a.name(), a.type()));
            }
            is.attributes()
                    .forEach(a -> type(
                            a.type(),
                            targets.get(a.name()),
                            name.qualified() + "." + a.name(),
                            "the attribute " + name.display() + "." + a.name()));
        });
        sides.from().domains().forEach((name, is) -> {
            Domain shall = sides.to().domains().get(name);
            type(is.base(), shall == null ? null : shall.base(), name.qualified(), "the domain " + name.display());
        });
    }

    private void type(SqlType is, @Nullable SqlType shall, String object, String shown) {
        boolean stays = shall != null && Objects.equals(is.userType(), shall.userType());
        if (!isOf(is, changed) || (!stays && !becomesComposite(is))) {
            return;
        }
        String what = shown.substring(0, shown.lastIndexOf(' '));
        warn(
                is,
                object,
                shown + " is of it" + (stays ? " before and after" : ", and leaves it too late")
                        + ": the old one cannot go while the " + what.substring("the ".length()) + " is of it",
                (stays && !becomesComposite(is)
                        ? "three revisions: one in which only " + shown + " changes, to " + text(is)
                                + ", one in which "
                                + Objects.requireNonNull(is.userType()).display()
                                + " becomes a table, and behind them this one"
                        : "two revisions: one in which only " + shown + " changes" + (stays ? ", to " + text(is) : "")
                                + ", and behind it this one"));
    }

    /** Types of one side that are made of the rows of a table that the other side has not. */
    private void together(Schema side, Schema other, String does, String why, String first) {
        side.composites().forEach((name, type) -> type.attributes()
                .forEach(a -> together(name, a.type(), side, other, does, why, first)));
        side.domains().forEach((name, domain) -> together(name, domain.base(), side, other, does, why, first));
    }

    private void together(
            ObjectName name, SqlType of, Schema side, Schema other, String does, String why, String first) {
        ObjectName table = of.userType();
        if (table != null
                && side.tables().containsKey(table)
                && !other.tables().containsKey(table)
                && !changed.contains(table)) {
            sides.changes()
                    .warn(
                            RULE,
                            Warning.Level.ERROR,
                            List.of(table.qualified(), name.qualified()),
                            "the type " + name.display() + " is made of the rows of the table " + table.display()
                                    + ", which " + does + " in the same revision: " + why,
                            "Make it in two revisions: one in which only " + first + ", and behind it this one");
        }
    }

    private boolean becomesComposite(SqlType type) {
        ObjectName user = type.userType();
        return user != null && sides.to().composites().containsKey(user);
    }

    private static boolean isOf(SqlType type, Set<ObjectName> names) {
        ObjectName user = type.userType();
        return user != null && names.contains(user);
    }

    private static String text(SqlType type) {
        return type.array() ? "text[]" : "text";
    }

    private void warn(SqlType of, String object, String holds, String cure) {
        ObjectName type = Objects.requireNonNull(of.userType());
        boolean composite = becomesComposite(of);
        sides.changes()
                .warn(
                        RULE,
                        Warning.Level.ERROR,
                        List.of(type.qualified(), object),
                        "the " + (composite ? "table " : "composite type ") + type.display() + " becomes a "
                                + (composite ? "composite type" : "table") + " of the same name, and " + holds,
                        "Make it in " + cure);
    }
}
