package dev.retort.diff;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.DropEnum;
import dev.retort.operation.EnumUse;
import dev.retort.operation.ReplaceEnum;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.EnumType;
import dev.retort.schema.Expression;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The enum types. */
final class EnumDiffer {

    private EnumDiffer() {}

    static void diff(Sides sides) {
        Changes changes = sides.changes();
        sides.from().enums().forEach((name, is) -> {
            EnumType shall = sides.to().enums().get(name);
            if (shall == null) {
                return;
            } else if (grows(is, shall)) {
                grow(is, shall, sides);
            } else if (sides.impact().replacedEnums.containsKey(name)) {
                replace(is, shall, sides);
            } else if (sides.impact().replacedTypes.contains(name)) {
                TypeReplacer.make(name, new CreateEnum(shall), sides);
                EnumRebuild.warnWithin(is, shall, sides);
                EnumRenameHints.ofValues(is, shall, changes);
            } else {
                changes.add(Phase.DROP_TYPE_FIRST, new DropEnum(name));
                changes.add(Phase.CREATE_TYPE, new CreateEnum(shall));
                EnumRenameHints.ofValues(is, shall, changes);
            }
        });
        sides.to().enums().forEach((name, shall) -> {
            if (!sides.from().enums().containsKey(name)) {
                changes.add(Phase.CREATE_TYPE, new CreateEnum(shall));
            }
        });
        EnumRenameHints.ofTypes(sides);
    }

    /** The enums that go; called after what is made of them has gone. */
    static void dropped(Sides sides) {
        sides.from().enums().keySet().stream()
                .filter(name -> !sides.to().enums().containsKey(name)
                        || sides.impact().replacedTypes.contains(name))
                .forEach(name -> TypeDiffer.drop(
                        name, new DropEnum(sides.impact().asides().of(name)), sides));
    }

    /** Whether values are only added, wherever they sort. */
    static boolean grows(EnumType is, EnumType shall) {
        Set<String> labels = new HashSet<>(is.labels());
        return shall.labels().stream().filter(labels::contains).toList().equals(is.labels());
    }

    private static void grow(EnumType is, EnumType shall, Sides sides) {
        Changes changes = sides.changes();
        Set<String> present = new HashSet<>(is.labels());
        String next = null;
        List<AddEnumValue> added = new ArrayList<>();
        for (int i = shall.labels().size() - 1; i >= 0; i--) {
            String label = shall.labels().get(i);
            if (present.contains(label)) {
                next = label;
            } else {
                added.add(0, new AddEnumValue(shall.name(), label, next, null));
            }
        }
        for (AddEnumValue value : added) {
            changes.add(Phase.ADD_ENUM_VALUE, value);
            changes.warn(
                    "enum-value-irreversible",
                    Warning.Level.INFO,
                    value.object(),
                    "PostgreSQL cannot take a value back: the downgrade rebuilds the type and fails while a row holds "
                            + value.value(),
                    otherValue(is, value.value(), sides));
        }
    }

    /** What to run before a downgrade, by the names from after the upgrade. */
    private static String otherValue(EnumType is, String value, Sides sides) {
        for (Table table : sides.to().allTables()) {
            for (Column column : table.columns()) {
                boolean holds = is.name().equals(column.type().userType())
                        && !column.type().array();
                if (holds && !is.labels().isEmpty()) {
                    String name = ReservedWords.quote(column.name());
                    return "Before a downgrade give such rows another value, in each column of the type, such as `UPDATE "
                            + SqlText.name(table.name()) + " SET " + name + " = "
                            + SqlText.literal(is.labels().get(0)) + " WHERE " + name + " = "
                            + SqlText.literal(value) + "`";
                }
            }
        }
        return "Nothing to do while no column holds it: see with `"
                + SqlText.columnsOf(is.name().qualified()) + "`";
    }

    private static void replace(EnumType is, EnumType shall, Sides sides) {
        List<EnumUse> uses = new ArrayList<>();
        for (ColumnRef ref : sides.impact().usesOfReplaced.getOrDefault(is.name(), new TreeSet<>())) {
            Column before = column(sides.from(), ref);
            Column after = column(sides.to(), ref);
            boolean array = before != null && before.type().array();
            uses.add(new EnumUse(ref, array, before == null || after == null ? null : kept(before, after, sides)));
        }
        sides.changes().add(Phase.REPLACE_TYPE, new ReplaceEnum(shall, uses, Map.of()));
        EnumRebuild.warn(is, shall, uses, sides.changes());
        EnumRenameHints.ofValues(is, shall, sides.changes());
    }

    /** The default that comes back with the type; another than before is a change of its own, to be seen as one. */
    private static @Nullable Expression kept(Column is, Column shall, Sides sides) {
        return is.type().equals(shall.type())
                        && Objects.equals(is.defaultValue(), shall.defaultValue())
                        && !ReplacedFunctions.isCalled(is, sides)
                ? shall.defaultValue()
                : null;
    }

    private static @Nullable Column column(Schema schema, ColumnRef ref) {
        Table table = schema.tables().get(ref.table());
        return table == null ? null : table.column(ref.column()).orElse(null);
    }
}
