package dev.retort.diff;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Execute;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Functions that have a type as an argument or result which is replaced: no statement gives a function another type, so they are dropped and created again. */
final class ReplacedFunctions {

    /** Around a body that is text, as {@code pg_get_functiondef} prints it. */
    private static final Pattern QUOTE = Pattern.compile("\\$(?:function|procedure)x*\\$");

    private final Sides sides;
    private final Predicate<ColumnRef> changes;

    /**
     * Those of a difference.
     *
     * @param changes whether a column that a body reads changes, so that it cannot stand before the column does
     */
    ReplacedFunctions(Sides sides, Predicate<ColumnRef> changes) {
        this.sides = sides;
        this.changes = changes;
    }

    /** Whether a default calls one of them, or casts to another type that is made anew than that of its column, with which it comes again anyway. */
    static boolean isCalled(Column column, Sides sides) {
        Impact impact = sides.impact();
        ObjectName type = column.type().userType();
        return column.defaultValue() != null
                && (impact.callsReplaced(column.defaultValue().sql())
                        || ((type == null || !impact.isReplaced(type))
                                && impact.castsToReplaced(column.defaultValue().sql())));
    }

    /** A function as it shall be: the old body need not fit the new types. Anything else is as it is. */
    static Extra shall(Extra extra, Sides sides) {
        return extra.kind() == Extra.Kind.FUNCTION
                ? sides.to().extras().stream()
                        .filter(e -> e.kind() == extra.kind() && e.name().equals(extra.name()))
                        .findFirst()
                        .orElse(extra)
                : extra;
    }

    /** Whether it is one; then it is dropped and created again. */
    boolean replace(Extra extra) {
        Set<ObjectName> types = extra.kind() != Extra.Kind.FUNCTION
                        || sides.impact().replacedFunctions.isEmpty()
                ? Set.of()
                : extra.uses().stream()
                        .filter(u -> u.column().equals(Extra.SIGNATURE)
                                && sides.impact().isReplaced(u.table()))
                        .map(ColumnRef::table)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (types.isEmpty()) {
            return false;
        } else if (ObjectPlaces.isDefined(extra)) {
            refuse(extra, types.iterator().next());
            return true;
        }
        sides.changes().add(phase(types), new Execute(Attached.dropRoutine(extra)));
        Extra shall = shall(extra, sides);
        // The server looks at what a body in SQL names when the function is made, and views come late.
        Set<String> words = Identifiers.in(QUOTE.matcher(shall.definition()).replaceAll(" "));
        boolean early = extra.uses().stream().noneMatch(changes)
                && sides.from().views().keySet().stream().noneMatch(v -> words.contains(v.name()));
        if (!early) {
            sides.changes().add(Phase.CREATE_FUNCTION, new Execute(Attached.drop(shall)));
        }
        Attached.create(shall, sides.from().extras())
                .forEach(sql -> sides.changes().add(early ? Phase.CREATE_FUNCTION : Phase.PUT_BACK, new Execute(sql)));
        Attached.comment(extra, sides.from().extras())
                .ifPresent(sql -> sides.changes().add(Phase.PUT_BACK, new Execute(sql)));
        LostGrants.routine(extra, shall, "a type of the function is rebuilt", sides);
        return true;
    }

    private Phase phase(Set<ObjectName> types) {
        return sides.impact().replacedEnums.keySet().containsAll(types)
                ? Phase.DROP_FUNCTION
                : Phase.DROP_FUNCTION_FIRST;
    }

    private void refuse(Extra extra, ObjectName type) {
        sides.changes()
                .warn(
                        UnmanagedReference.RULE,
                        Warning.Level.ERROR,
                        List.of(extra.name().qualified(), type.qualified()),
                        "the aggregate " + extra.name().name() + " is made over " + type.display()
                                + ", which is rebuilt: that fails while the aggregate stands",
                        "Before it run `" + Attached.dropRoutine(extra) + "`, and create it again behind it");
    }

    /** Defaults that call one of them: they go before it, and come again behind it. */
    static void defaults(Sides sides) {
        if (!sides.impact().replacesTypes()) {
            return;
        }
        Phase first = sides.impact().replacedTypes.isEmpty() ? Phase.RELEASE_COLUMN : Phase.DROP_INDEX;
        for (Table table : sides.from().allTables()) {
            Table target = sides.to().tables().get(table.name());
            for (Column column : table.columns()) {
                Column shall =
                        target == null ? null : target.column(column.name()).orElse(null);
                if (column.generated() != null || !isCalled(column, sides)) {
                    continue;
                }
                sides.changes()
                        .add(
                                first,
                                new AlterColumn(table.name(), column.name(), List.of(new ColumnChange.DropDefault())));
                if (shall != null
                        && Objects.equals(column.defaultValue(), shall.defaultValue())
                        && shall.defaultValue() != null
                        && column.type().equals(shall.type())) {
                    sides.changes()
                            .add(
                                    Phase.ALTER_COLUMN,
                                    new AlterColumn(
                                            table.name(),
                                            column.name(),
                                            List.of(new ColumnChange.SetDefault(shall.defaultValue()))));
                }
            }
        }
    }
}
