package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PartitionDefinition;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is said of extensions and row level security that a model states, where they come or go. */
final class StatedWarnings {

    /** The rule for rows that lie in a default partition. */
    static final String PARTITION = "data-dependent-partition";

    private StatedWarnings() {}

    /** An extension that goes. */
    static void dropped(Extra extension, Sides sides) {
        String name = extension.name().name();
        sides.changes()
                .warn(
                        "extension-drop",
                        Warning.Level.WARNING,
                        List.of(name),
                        "the extension " + name
                                + " goes, and with it what it owns, tables of its own with their rows among it: that fails while"
                                + " anything else in the database, in another schema too, is of its types or uses its functions or operators",
                        "See what it owns with `\\dx+ " + ReservedWords.quote(name)
                                + "` in psql; where somebody still needs it, keep `create extension` in the model, and write no `CASCADE`: that would"
                                + " take the columns of others");
    }

    /** An extension that is there in another version or schema than the model says. */
    static void other(Extra is, Extra shall, Sides sides) {
        String name = is.name().name();
        String alter = "ALTER EXTENSION " + ReservedWords.quote(name);
        List<String> statements = new ArrayList<>();
        if (!is.definition().equals(shall.definition())) {
            statements.add(alter + shall.definition().replaceFirst("^VERSION", " UPDATE TO"));
        }
        if (!is.name().equals(shall.name())) {
            statements.add(
                    alter + " SET SCHEMA " + ReservedWords.quote(shall.name().namespace()));
        }
        sides.changes()
                .warn(
                        "different-extension",
                        Warning.Level.WARNING,
                        List.of(name),
                        "the extension " + name + " is there as " + said(is) + ", and the model states " + said(shall)
                                + ": no operation changes that",
                        "Write "
                                + statements.stream()
                                        .map(sql -> "`" + SqlText.call(sql) + "`")
                                        .collect(Collectors.joining(" and "))
                                + " into a revision, or state what is there");
    }

    private static String said(Extra extension) {
        return extension.definition().toLowerCase(Locale.ROOT) + " in schema "
                + extension.name().namespace();
    }

    /** A partition that goes while its table stays. */
    static void dropped(Extra partition, PartitionDefinition definition, Sides sides) {
        ObjectName name = partition.name();
        sides.changes()
                .warn(
                        "data-loss",
                        Warning.Level.WARNING,
                        List.of(name.qualified()),
                        "the rows of the partition " + name.display() + " are lost, and "
                                + Objects.requireNonNull(partition.table()).display() + " takes no more of them",
                        "Where somebody needs them, write `"
                                + SqlText.call("ALTER TABLE " + definition.parent() + " DETACH PARTITION "
                                        + SqlText.name(name))
                                + "` in its place, which makes it a table of its own, and in downgrade, in place of where it is created again, `"
                                + SqlText.call("ALTER TABLE " + definition.parent() + " ATTACH PARTITION "
                                        + SqlText.name(name) + " " + definition.bounds())
                                + "`");
    }

    /** A partition that has other bounds than the model says. */
    static void bounds(Extra partition, PartitionDefinition is, PartitionDefinition shall, Sides sides) {
        String name = SqlText.name(partition.name());
        sides.changes()
                .warn(
                        "different-partition",
                        Warning.Level.WARNING,
                        List.of(partition.name().qualified()),
                        "the partition " + partition.name().display() + " is there " + said(is)
                                + ", and the model states it " + said(shall) + ": its rows need not fit",
                        "Write `" + SqlText.call("ALTER TABLE " + is.parent() + " DETACH PARTITION " + name)
                                + "` and `"
                                + SqlText.call("ALTER TABLE " + is.parent() + " ATTACH PARTITION " + name + " "
                                        + shall.bounds())
                                + "` into a revision, and between them where the rows go that fit no more; or state what is there");
    }

    /** Rows that a new partition shall hold may lie in the default one, where PostgreSQL refuses to leave them (the manual on ATTACH PARTITION). */
    static void beside(Extra partition, Sides sides) {
        ObjectName table = partition.table();
        Extra rest = sides.from().extras().stream()
                .filter(e -> e.kind() == Extra.Kind.PARTITION
                        && table != null
                        && table.equals(e.table())
                        && isDirect(e, table)
                        && PartitionDefinition.of(e).bounds().equals("DEFAULT")
                        && ObjectDiffer.find(e, sides.to()) != null)
                .findFirst()
                .orElse(null);
        if (rest == null || !sides.to().tables().containsKey(table)) {
            return;
        }
        String parent = PartitionDefinition.of(rest).parent();
        String name = SqlText.name(rest.name());
        Table whole = Objects.requireNonNull(sides.to().tables().get(table));
        CopiedRows there = CopiedRows.of(whole, UnaryOperator.identity());
        CopiedRows back = CopiedRows.of(whole, c -> sides.changes().old().column(whole.name(), c));
        sides.changes()
                .warn(
                        PARTITION,
                        Warning.Level.WARNING,
                        List.of(partition.name().qualified(), rest.name().qualified()),
                        "the partition " + partition.name().display() + " fails if "
                                + rest.name().display() + ", the default one, holds rows that belong to it",
                        "Where it does, write above it `"
                                + SqlText.call("ALTER TABLE " + parent + " DETACH PARTITION " + name)
                                + "`, and below it `"
                                + SqlText.call("WITH moved AS (DELETE FROM " + name + " WHERE … RETURNING "
                                        + there.columns() + ") " + there.insert(parent, "moved"))
                                + "` and `"
                                + SqlText.call("ALTER TABLE " + parent + " ATTACH PARTITION " + name + " DEFAULT")
                                + "`; and in downgrade, above the drop, `"
                                + SqlText.call(
                                        "ALTER TABLE " + parent + " DETACH PARTITION " + SqlText.name(partition.name()))
                                + "` and `"
                                + SqlText.call(back.insert(parent, SqlText.name(partition.name())))
                                + "`, since they go with it otherwise");
    }

    /** Whether it is of the table itself, and of none of its partitions; the server leaves out a namespace where it searches. */
    private static boolean isDirect(Extra partition, ObjectName table) {
        String parent = PartitionDefinition.of(partition).parent();
        return parent.substring(parent.lastIndexOf('.') + 1).equals(ReservedWords.quote(table.name()));
    }

    private static String said(PartitionDefinition partition) {
        return partition.bounds().equals("DEFAULT")
                ? "by DEFAULT"
                : partition.bounds().replaceFirst("^FOR", "for");
    }

    /** Row level security that goes from a table. */
    static void unsecured(ObjectName table, Sides sides) {
        sides.changes()
                .warn(
                        "row-security-off",
                        Warning.Level.WARNING,
                        List.of(table.qualified()),
                        "row level security of " + table.display()
                                + " goes: its policies hold for nobody any more, and who may read or write the table may do so with every row",
                        "See who may with `\\dp " + SqlText.name(table)
                                + "` in psql; where the policies shall hold, keep `alter table … enable row level security` in the model");
    }

    /** Row level security without a policy. */
    static void closed(Extra security, Sides sides) {
        ObjectName table = Objects.requireNonNull(security.table());
        boolean policy =
                sides.to().extras().stream().anyMatch(e -> e.kind() == Extra.Kind.POLICY && table.equals(e.table()));
        if (policy || !security.definition().contains("ENABLE")) {
            return;
        }
        boolean forced = security.definition().contains("FORCE ROW");
        sides.changes()
                .warn(
                        "row-security-closed",
                        Warning.Level.WARNING,
                        List.of(table.qualified()),
                        table.display() + " gets row level security and has no policy: "
                                + (forced ? "only superusers see" : "only its owner and superusers see")
                                + " any of its rows",
                        "Add a policy to the model, such as `create policy visible on " + SqlText.name(table)
                                + " using (true)`");
    }
}
