package dev.retort.diff;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Check;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Expression;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Unique;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The same change in more steps, none of which keeps others from a table while its rows are read: indexes are built concurrently, constraints are added
 * {@code NOT VALID} and validated afterwards, a column is required once a validated check proves it. It helps only where each step is a transaction of its
 * own. Tables that the change itself creates are left as they are: nobody uses them yet. An exclusion constraint and a new type have no such form, nor have
 * the indexes, keys and foreign keys of a partitioned table: PostgreSQL refuses {@code CONCURRENTLY}, {@code USING INDEX} and, before 18, a foreign key that
 * is {@code NOT VALID} there.
 */
public final class OnlineForm {

    private final List<Operation> steps = new ArrayList<>();
    private final Set<ObjectName> fresh = new HashSet<>();
    private final PartitionedTables partitioned;

    private OnlineForm(PartitionedTables partitioned) {
        this.partitioned = partitioned;
    }

    /**
     * The operations in that form.
     *
     * @param partitioned the tables on either side that are partitioned
     */
    public static List<Operation> of(List<Operation> operations, PartitionedTables partitioned) {
        OnlineForm form = new OnlineForm(partitioned);
        operations.forEach(form::add);
        return List.copyOf(form.steps);
    }

    private void add(Operation operation) {
        if (operation instanceof CreateTable create) {
            fresh.add(create.table().name());
            steps.add(create);
        } else if (operation instanceof CreateIndex create
                && !fresh.contains(create.table())
                && !partitioned.contains(create.table())) {
            steps.add(new CreateIndex(create.table(), create.index(), true));
        } else if (operation instanceof DropIndex drop && !partitioned.contains(drop.index())) {
            steps.add(new DropIndex(drop.index(), true));
        } else if (operation instanceof AddConstraint add && !fresh.contains(add.table())) {
            constraint(add);
        } else if (operation instanceof AlterColumn alter
                && !fresh.contains(alter.table())
                && alter.changes().stream().anyMatch(ColumnChange.SetNotNull.class::isInstance)) {
            required(alter);
        } else {
            steps.add(operation);
        }
    }

    private void constraint(AddConstraint add) {
        Constraint constraint = add.constraint();
        String name = constraint.name();
        if (name == null || (partitioned.contains(add.table()) && !(constraint instanceof Check))) {
            steps.add(add);
        } else if (constraint instanceof ForeignKey key && key.validated()) {
            validated(add.table(), name, key.withValidated(false));
        } else if (constraint instanceof Check check && check.validated()) {
            validated(add.table(), name, check.withValidated(false));
        } else if (constraint instanceof Unique unique && !unique.withoutOverlaps()) {
            onIndex(
                    add.table(),
                    name,
                    "UNIQUE",
                    unique.columns(),
                    unique.include(),
                    unique.nullsNotDistinct(),
                    unique.deferrability());
        } else if (constraint instanceof PrimaryKey key && !key.withoutOverlaps()) {
            onIndex(add.table(), name, "PRIMARY KEY", key.columns(), key.include(), false, key.deferrability());
        } else {
            steps.add(add);
        }
    }

    private void validated(ObjectName table, String name, Constraint unchecked) {
        steps.add(new AddConstraint(table, unchecked));
        steps.add(new ValidateConstraint(table, name));
    }

    /** The constraint takes the index over, name and all; from the first step on it is enforced. */
    private void onIndex(
            ObjectName table,
            String name,
            String kind,
            List<String> columns,
            List<String> include,
            boolean nullsNotDistinct,
            Deferrability deferrability) {
        List<Index.Key> keys = columns.stream().map(Index.Key::of).toList();
        steps.add(new CreateIndex(
                table,
                new Index(name, "btree", keys, include, null, true, nullsNotDistinct, new TreeMap<>(), true),
                true));
        steps.add(new Execute("ALTER TABLE " + SqlText.name(table) + " ADD CONSTRAINT " + ReservedWords.quote(name)
                + " " + kind + " USING INDEX " + ReservedWords.quote(name) + words(deferrability)));
    }

    private static String words(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private void required(AlterColumn alter) {
        List<ColumnChange> others = alter.changes().stream()
                .filter(change -> !(change instanceof ColumnChange.SetNotNull))
                .toList();
        if (!others.isEmpty()) {
            steps.add(new AlterColumn(alter.table(), alter.column(), others));
        }
        String proof = proofName(alter);
        validated(
                alter.table(),
                proof,
                new Check(proof, Expression.of(ReservedWords.quote(alter.column()) + " IS NOT NULL"), false, false));
        steps.add(new AlterColumn(alter.table(), alter.column(), List.of(new ColumnChange.SetNotNull())));
        steps.add(new DropConstraint(alter.table(), proof));
    }

    /** A name of its own for the check that only proves, within PostgreSQL's 63 bytes. */
    private static String proofName(AlterColumn alter) {
        String name = alter.table().name() + "_" + alter.column() + "_required";
        while (name.getBytes(StandardCharsets.UTF_8).length > 63) {
            name = name.substring(1);
        }
        return name;
    }
}
