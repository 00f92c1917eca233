package dev.retort.diff;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropView;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Objects that no revision made and that rest on what a revision changes: it fails while they stand, and it cannot name them. */
final class UnmanagedReference {

    static final String RULE = "unmanaged-reference";

    private UnmanagedReference() {}

    /** A foreign key to a table that goes. */
    static Warning key(Table table, ForeignKey key) {
        String drop = drop(table.name(), String.valueOf(key.name()));
        return warning(
                table.name(),
                key.target().qualified(),
                table.name().display() + " is not managed and has a foreign key to "
                        + key.target().display() + ", which goes: dropping it fails while the key stands",
                "Before the upgrade run `" + drop + "`");
    }

    /** A type whose name the model has for something else. */
    static Warning namesake(String kind, ObjectName type) {
        return warning(
                type,
                "",
                "there is another type " + type.display()
                        + ", which is not managed: what the model has of that name cannot be made while it stands",
                "Before the upgrade run `ALTER " + kind + " " + SqlText.name(type) + " RENAME TO "
                        + ReservedWords.quote("old_" + type.name()) + "`");
    }

    /**
     * A view that reads something that goes; empty where all of it stays.
     *
     * @param left the tables that are left alone
     */
    static Optional<Warning> view(View view, Schema now, Schema wanted, Set<ObjectName> left) {
        Stream<String> relations = view.usesRelations().stream()
                .filter(r -> now.tables().containsKey(r) && !wanted.tables().containsKey(r) && !left.contains(r))
                .map(ObjectName::display);
        Stream<String> columns = view.uses().stream()
                .filter(c -> has(now, c) && wanted.tables().containsKey(c.table()) && !has(wanted, c))
                .map(ColumnRef::display);
        return Stream.concat(relations, columns).findFirst().map(gone -> Holders.view(view, gone, false));
    }

    private static boolean has(Schema schema, ColumnRef column) {
        Table table = schema.tables().get(column.table());
        return table != null && table.column(column.column()).isPresent();
    }

    /** The warning of a view, in other words where the SQL of a revision made it. */
    static Warning written(Warning warning, Schema schema, Set<String> written) {
        return warning.rule().equals(RULE) && warning.objects().size() == 2
                ? schema.views().values().stream()
                        .filter(v -> written.contains(v.name().name())
                                && v.name().qualified().equals(warning.objects().get(0)))
                        .findFirst()
                        .map(v -> Holders.view(v, warning.objects().get(1), true))
                        .orElse(warning)
                : warning;
    }

    /** A difference in whose warnings what the SQL of revisions made is what a revision may name. */
    static Difference written(Difference difference, Schema schema, Set<String> written) {
        if (written.isEmpty()
                || difference.warnings().stream().noneMatch(w -> w.rule().equals(RULE))) {
            return difference;
        }
        Map<Warning, Warning> words = new HashMap<>();
        schema.extras().stream()
                .filter(e -> Attached.holds(e) && isWritten(e, written))
                .forEach(e -> e.uses().forEach(u -> words.put(Holders.extra(e, u, false), Holders.extra(e, u, true))));
        return new Difference(
                difference.operations(),
                difference.warnings().stream()
                        .map(w -> words.getOrDefault(w, w))
                        .toList(),
                difference.doubts().stream()
                        .map(d -> d.warning() != null && words.containsKey(d.warning())
                                ? new Doubt(words.get(d.warning()), d.rows(), d.gap())
                                : d)
                        .toList());
    }

    static Difference spare(Difference difference, Set<ObjectName> unmanaged, Schema schema, Set<String> written) {
        Map<String, Extra> hanging = hanging(difference, schema, written);
        if (unmanaged.isEmpty() && hanging.isEmpty()) {
            return difference;
        }
        List<Operation> operations = new ArrayList<>();
        Set<Extra> replaced = new HashSet<>();
        List<Warning> warnings = new ArrayList<>(difference.warnings());
        for (Operation operation : difference.operations()) {
            if (operation instanceof DropConstraint drop && unmanaged.contains(drop.table())) {
                warnings.add(warning(
                        drop.table(),
                        drop.name(),
                        drop.table().display() + " is not managed, and its constraint " + drop.name()
                                + " rests on what changes: the change fails while the constraint stands",
                        "Before the upgrade run `" + drop(drop.table(), drop.name()) + "`, and add it again after it"));
            } else if (operation instanceof DropView drop && unmanaged.contains(drop.view())) {
                warnings.removeIf(w -> w.rule().equals("view-rebuild")
                        && w.objects().contains(drop.view().qualified()));
                warnings.add(warning(
                        drop.view(),
                        "",
                        drop.view().display()
                                + " is not managed and reads what changes: the change fails while the view stands",
                        "Before the upgrade run `" + drop(drop.view(), drop.materialized())
                                + "`, and create it again after it"));
            } else if (operation instanceof Execute execute && hanging.containsKey(execute.sql())) {
                Extra extra = Objects.requireNonNull(hanging.get(execute.sql()));
                if (Attached.isOfPartition(extra)) {
                    warnings.add(overwritten(extra));
                } else if (Attached.isOfView(extra) && !unmanaged.contains(extra.table())) {
                    operations.add(operation);
                } else if (isTargetAlone(execute, extra, difference)) {
                    warnings.add(forgotten(extra, execute.sql()));
                } else if (execute.sql().equals(Attached.dropRoutine(extra))) {
                    replaced.add(extra);
                } else if (!execute.sql().equals(Attached.drop(extra)) && !Attached.isOfView(extra)) {
                    warnings.removeIf(w -> w.objects().equals(ExtraDiffer.objects(extra)));
                    Warning standing = hanging(
                            extra,
                            replaced.contains(extra) ? Attached.dropRoutine(extra) : Attached.drop(extra),
                            schema);
                    if (!warnings.contains(standing)) {
                        warnings.add(standing);
                    }
                }
            } else if (!isOf(operation, unmanaged)) {
                operations.add(operation);
            }
        }
        return new Difference(
                operations,
                warnings,
                difference.doubts().stream()
                        .filter(d -> d.warning() == null || warnings.contains(d.warning()))
                        .toList());
    }

    /** What the statements of a difference are about that take something off and put it there again. */
    private static Map<String, Extra> hanging(Difference difference, Schema schema, Set<String> written) {
        if (difference.operations().stream().noneMatch(Execute.class::isInstance)) {
            return Map.of();
        }
        Map<String, Extra> hanging = new HashMap<>();
        for (Extra extra : schema.extras()) {
            if (isWritten(extra, written)) {
                continue;
            }
            if (Attached.holds(extra) || extra.kind() == Extra.Kind.STATISTICS) {
                hanging.put(Attached.drop(extra), extra);
                if (extra.kind() == Extra.Kind.FUNCTION) {
                    hanging.put(Attached.dropRoutine(extra), extra);
                }
                Attached.create(extra, schema.extras()).forEach(sql -> hanging.put(sql, extra));
            } else if (Attached.isOfView(extra)) {
                hanging.put(Attached.set(extra, schema), extra);
            } else if (Attached.isOfPartition(extra)) {
                hanging.put(Attached.ofPartition(extra), extra);
                converted(extra, difference, hanging);
            }
        }
        return hanging;
    }

    /** The default of a partition as one of its column's new type. */
    private static void converted(Extra extra, Difference difference, Map<String, Extra> hanging) {
        if (extra.kind() == Extra.Kind.PARTITION_DEFAULT && !extra.definition().isEmpty()) {
            String statement = Attached.ofPartition(extra);
            String set = statement.substring(
                    0, statement.length() - extra.definition().length());
            for (Operation operation : difference.operations()) {
                if (operation instanceof Execute execute && execute.sql().startsWith(set)) {
                    String value = execute.sql().substring(set.length());
                    hanging.put(execute.sql(), new Extra(extra.kind(), extra.name(), extra.table(), value));
                }
            }
        }
    }

    private static boolean isWritten(Extra extra, Set<String> written) {
        ObjectName table = extra.table();
        return Attached.isOfPartition(extra)
                ? table != null && written.contains(table.name())
                : written.contains(extra.name().name().replaceFirst("\\(.*", ""));
    }

    private static Warning hanging(Extra extra, String drop, Schema schema) {
        ObjectName table = extra.table();
        String what = extra.kind().words() + " " + extra.name().name();
        String again =
                String.join("; ", Attached.create(extra, schema.extras())).replaceAll("\\s+", " ");
        return new Warning(
                RULE,
                Warning.Level.ERROR,
                ExtraDiffer.objects(extra),
                (table == null ? "there is the " : table.display() + " has the ") + what
                        + ", which is not managed and reads what changes: the change fails while it stands",
                "Before the upgrade run `" + drop.replaceAll("\\s+", " ") + "`, and after it `" + again + "`");
    }

    /** Whether statistics stay, and only lose how much is gathered for them. */
    private static boolean isTargetAlone(Execute execute, Extra extra, Difference difference) {
        return extra.kind() == Extra.Kind.STATISTICS
                && Attached.target(extra).filter(execute.sql()::equals).isPresent()
                && difference.operations().stream()
                        .noneMatch(o -> o instanceof Execute other
                                && other.sql()
                                        .equals(Attached.create(extra, List.of())
                                                .get(0)));
    }

    private static Warning forgotten(Extra extra, String again) {
        return new Warning(
                "statistics-target",
                Warning.Level.WARNING,
                ExtraDiffer.objects(extra),
                "the server makes the statistics " + extra.name().name()
                        + " anew with a column that changes its type, and forgets how much is gathered for them",
                "After the upgrade run `" + again + "`");
    }

    /** What a partition has for itself, and loses to its parent. */
    private static Warning overwritten(Extra extra) {
        String partition = Objects.requireNonNull(extra.table()).display();
        String name = extra.name().name();
        return new Warning(
                extra.kind().words().replace(' ', '-'),
                Warning.Level.WARNING,
                ExtraDiffer.objects(extra),
                "the partition " + partition
                        + switch (extra.kind()) {
                            case PARTITION_CHECK ->
                                " has a check " + name + " of its own, which goes with the one of its parent";
                            case PARTITION_NOT_NULL ->
                                " has a NOT NULL of its own for " + name + ", which goes with the one of its parent";
                            default ->
                                " has a default of its own for " + name
                                        + ", which the one of its parent takes the place of";
                        },
                "After the upgrade run `" + Attached.ofPartition(extra) + "`");
    }

    /** What is made again. */
    private static boolean isOf(Operation operation, Set<ObjectName> unmanaged) {
        return (operation instanceof AddConstraint add && unmanaged.contains(add.table()))
                || (operation instanceof CreateView create
                        && unmanaged.contains(create.view().name()));
    }

    private static Warning warning(ObjectName object, String other, String message, String cure) {
        List<String> objects = other.isEmpty() ? List.of(object.qualified()) : List.of(object.qualified(), other);
        return new Warning(RULE, Warning.Level.ERROR, objects, message, cure);
    }

    private static String drop(ObjectName table, String constraint) {
        return "ALTER TABLE " + SqlText.name(table) + " DROP CONSTRAINT " + ReservedWords.quote(constraint);
    }

    private static String drop(ObjectName view, boolean materialized) {
        return (materialized ? "DROP MATERIALIZED VIEW " : "DROP VIEW ") + SqlText.name(view);
    }
}
