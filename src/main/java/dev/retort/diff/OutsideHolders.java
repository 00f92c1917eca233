package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Optional;

/** What is left out of the comparison and holds on to what changes or goes: PostgreSQL refuses while it stands, and no operation may name it. */
final class OutsideHolders {

    private final Sides sides;

    private OutsideHolders(Sides sides) {
        this.sides = sides;
    }

    /** An error for each. */
    static void diff(Sides sides) {
        OutsideHolders holders = new OutsideHolders(sides);
        sides.from().extras().stream()
                .filter(extra -> extra.kind() == Extra.Kind.OUTSIDE)
                .forEach(holders::look);
    }

    private void look(Extra extra) {
        extra.uses().stream()
                .flatMap(use -> gone(use).or(() -> changed(use, extra)).stream())
                .findFirst()
                .ifPresent(what -> warn(extra, what));
    }

    /** What of it goes. */
    private Optional<String> gone(ColumnRef use) {
        Table is = sides.from().tables().get(use.table());
        Table shall = sides.to().tables().get(use.table());
        if (is != null && shall == null) {
            return Optional.of(use.table().display() + ", which goes");
        } else if (is != null && shall != null && is.column(use.column()).isPresent()) {
            return shall.column(use.column()).isPresent()
                    ? Optional.empty()
                    : Optional.of(use.display() + ", which goes");
        }
        return is(sides.from(), use.table()) && !is(sides.to(), use.table())
                ? Optional.of("the type " + use.table().display() + ", which goes")
                : Optional.empty();
    }

    private static boolean is(Schema schema, ObjectName type) {
        return schema.enums().containsKey(type)
                || schema.composites().containsKey(type)
                || schema.domains().containsKey(type);
    }

    private Optional<String> changed(ColumnRef use, Extra extra) {
        Impact impact = sides.impact();
        if (use.column().isEmpty()) {
            return impact.isReplaced(use.table())
                    ? Optional.of("the type " + use.table().display() + ", which is made anew")
                    : Optional.empty();
        }
        boolean changes = isKey(extra)
                ? impact.touchesReshaped(use.table(), List.of(use.column()))
                        || impact.touchesRebuilt(use.table(), List.of(use.column()))
                        || impact.dropsKey(
                                use.table(),
                                extra.uses().stream().map(ColumnRef::column).toList())
                : impact.retyped.contains(use) || impact.isRebuilt(use.table(), use.column());
        return changes ? Optional.of(use.display() + ", which changes") : Optional.empty();
    }

    private static boolean isKey(Extra extra) {
        return extra.definition().startsWith("FOREIGN KEY ");
    }

    private void warn(Extra extra, String what) {
        String holder = extra.name().display();
        String sql = SqlText.name(extra.name());
        String definition = extra.definition();
        String part = definition.substring(definition.indexOf(' ') + 1);
        if (isKey(extra)) {
            String name = definition.substring("FOREIGN KEY ".length());
            say(
                    extra,
                    holder + " is left out of the comparison, and its foreign key " + name + " refers to " + what
                            + ": that fails while the key stands",
                    "Before the upgrade run `ALTER TABLE " + sql + " DROP CONSTRAINT " + name + "`" + again(what));
        } else if (definition.startsWith("COLUMN ") || definition.startsWith("ATTRIBUTE ")) {
            String alter = definition.startsWith("COLUMN ")
                    ? "ALTER TABLE " + sql + " ALTER COLUMN "
                    : "ALTER TYPE " + sql + " ALTER ATTRIBUTE ";
            say(
                    extra,
                    holder + " is left out of the comparison, and its "
                            + (definition.startsWith("COLUMN ") ? "column " : "attribute ") + part + " is of " + what
                            + ": that fails while it is",
                    "Before the upgrade run `" + alter + part + " TYPE text`"
                            + (what.endsWith("goes") ? "" : ", and give it its type again after it"));
        } else {
            String kind = definition.startsWith("MATERIALIZED") ? "MATERIALIZED VIEW" : "VIEW";
            say(
                    extra,
                    "the view " + holder + " is left out of the comparison and reads " + what
                            + ": that fails while the view stands",
                    "Before the upgrade run `DROP " + kind + " " + sql + "`" + again(what));
        }
    }

    private static String again(String what) {
        return what.endsWith("goes") ? "" : ", and create it again after it";
    }

    private void say(Extra extra, String message, String cure) {
        Warning warning = new Warning(
                UnmanagedReference.RULE,
                Warning.Level.ERROR,
                List.of(extra.name().qualified()),
                message,
                cure);
        sides.changes().doubt(warning, null, null);
    }
}
