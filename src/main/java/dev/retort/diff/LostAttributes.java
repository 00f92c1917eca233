package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.CompositeType.Attribute;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is said where an attribute of a composite type goes: of each column that holds values of the type, however deep, what is lost there and what keeps it. */
final class LostAttributes {

    private static final String RULE = "data-loss";

    /** A step into the elements of an array; no attribute has an empty name. */
    private static final String ELEMENTS = "";

    private final CompositeType type;
    private final Attribute attribute;
    private final Sides sides;
    private boolean held;

    private LostAttributes(CompositeType type, Attribute attribute, Sides sides) {
        this.type = type;
        this.attribute = attribute;
        this.sides = sides;
    }

    static void warn(CompositeType type, Attribute attribute, Sides sides) {
        LostAttributes lost = new LostAttributes(type, attribute, sides);
        for (Table table : sides.from().allTables()) {
            for (Column column : table.columns()) {
                if (lost.stays(table, column)) {
                    lost.walk(table, column, column.type(), List.of(), Set.of());
                }
            }
        }
        if (!lost.held) {
            sides.changes()
                    .warn(
                            RULE,
                            Warning.Level.WARNING,
                            type.name().qualified() + "." + attribute.name(),
                            "the values of the attribute are lost in every row that holds one",
                            "Nothing to do while no table holds values of the type: see with `"
                                    + SqlText.columnsOf(sides.changes()
                                            .old()
                                            .type(type.name())
                                            .qualified())
                                    + "`");
        }
    }

    /** Of those that go, or get another type, something else is said. */
    private boolean stays(Table table, Column column) {
        Table target = sides.to().tables().get(table.name());
        Column shall = target == null ? null : target.column(column.name()).orElse(null);
        return shall != null
                && column.generated() == null
                && shall.type().equals(column.type())
                && !sides.impact().isRebuilt(table.name(), column.name());
    }

    private void walk(Table table, Column column, SqlType within, List<String> path, Set<ObjectName> outer) {
        ObjectName user = within.userType();
        if (user == null || outer.contains(user)) {
            return;
        }
        List<String> inner = within.array() ? longer(path, ELEMENTS) : path;
        Set<ObjectName> around = new HashSet<>(outer);
        around.add(user);
        Schema from = sides.from();
        if (user.equals(type.name())) {
            held = true;
            warn(table, column, inner);
        } else if (from.domains().containsKey(user)) {
            walk(table, column, from.domains().get(user).base(), inner, around);
        } else if (from.composites().containsKey(user)) {
            from.composites()
                    .get(user)
                    .attributes()
                    .forEach(a -> walk(table, column, a.type(), longer(inner, a.name()), around));
        } else if (from.tables().containsKey(user)) {
            from.tables()
                    .get(user)
                    .columns()
                    .forEach(c -> walk(table, column, c.type(), longer(inner, c.name()), around));
        }
    }

    private static List<String> longer(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private void warn(Table table, Column column, List<String> path) {
        RowQuestions rows = sides.changes().rows(table.name());
        List<String> names =
                path.stream().filter(step -> !step.equals(ELEMENTS)).toList();
        String place = table.name().display() + "." + column.name();
        String above = isReplaced(column.type())
                ? altered(table.name(), column.name())
                : "`op.alterComposite(" + SqlText.java(type.name().display()) + ")`";
        OldNames old = sides.changes().old();
        String below = isReplacedBack(column.type(), new HashSet<>())
                ? altered(old.table(table.name()), old.column(table.name(), column.name()))
                : "`op.alterComposite(" + SqlText.java(old.type(type.name()).display()) + ")`";
        sides.changes()
                .doubt(
                        new Warning(
                                RULE,
                                Warning.Level.WARNING,
                                List.of(
                                        type.name().qualified() + "." + attribute.name(),
                                        table.name().qualified() + "." + column.name()),
                                "the values of the attribute " + attribute.name() + " of "
                                        + type.name().display() + " are lost in " + place
                                        + (names.isEmpty() ? "" : ", within " + String.join(".", names)),
                                path.contains(ELEMENTS)
                                        ? KeptValues.elements(table, column, attribute, above, sides)
                                        : KeptValues.attribute(table, column, path, attribute, above, below, sides)),
                        rows.does(holds(rows.column(column.name()), path, 1), "row holds a value", "rows hold a value"),
                        null);
    }

    private String holds(String value, List<String> path, int depth) {
        String inner = value;
        for (int at = 0; at < path.size(); at++) {
            if (path.get(at).equals(ELEMENTS)) {
                String element = "element" + (depth == 1 ? "" : depth);
                return "EXISTS (SELECT FROM unnest(" + inner + ") AS " + element + " WHERE "
                        + holds(element, path.subList(at + 1, path.size()), depth + 1) + ")";
            }
            inner = "(" + inner + ")." + ReservedWords.quote(path.get(at));
        }
        return "(" + inner + ")." + ReservedWords.quote(attribute.name()) + " IS NOT NULL";
    }

    private static String altered(ObjectName table, String column) {
        return "`op.alterColumn(" + SqlText.java(table.display()) + ", " + SqlText.java(column) + ")`";
    }

    private boolean isReplaced(SqlType of) {
        return of.userType() != null && sides.impact().replacedTypes.contains(of.userType());
    }

    /** Whether the way down makes the type anew, or something that it is made of; what goes up in place may not come back so. */
    private boolean isReplacedBack(SqlType of, Set<ObjectName> seen) {
        ObjectName name = of.userType();
        if (name == null || !seen.add(name)) {
            return false;
        }
        Domain domain = sides.from().domains().get(name);
        Domain now = sides.to().domains().get(name);
        EnumType values = sides.from().enums().get(name);
        EnumType left = sides.to().enums().get(name);
        CompositeType is = sides.from().composites().get(name);
        CompositeType shall = sides.to().composites().get(name);
        if (values != null && left != null) {
            return !EnumDiffer.grows(left, values);
        } else if (domain != null && now != null) {
            return isReplaced(of) || isReplacedBack(domain.base(), seen);
        }
        return is != null
                && shall != null
                && (CompositeDiffer.mustReplace(shall, is, true)
                        || is.attributes().stream().anyMatch(a -> isReplacedBack(a.type(), seen)));
    }
}
