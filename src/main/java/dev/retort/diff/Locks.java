package dev.retort.diff;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterConstraint;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.AlterTable;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.DomainChange;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropTable;
import dev.retort.operation.DropView;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameTable;
import dev.retort.operation.ReplaceEnum;
import dev.retort.operation.TableChange;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Domain;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlObject;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The locks that each operation takes on relations that are there, as measured on PostgreSQL 14 to 18; those that keep out neither readers nor writers are
 * left out. Two rest on what ran before: a {@code SET NOT NULL} on the checks that prove it, a dropped key on the tables that it ties. Above 300 lines, as
 * it has a method for each kind of operation, beside the few in {@link NoLocks}.
 */
final class Locks extends NoLocks {

    private final Schema now;
    private final Schema then;
    private final LiveConstraints live;
    private final Set<ObjectName> gone;
    private final WrittenLocks written;

    /**
     * For operations that lead from one state to another.
     *
     * @param now the first, under its new names
     * @param operations all of them
     */
    Locks(Schema now, Schema then, List<Operation> operations) {
        this.now = now;
        this.then = then;
        this.gone = names(operations);
        this.live = new LiveConstraints(now);
        this.written = new WrittenLocks(
                this,
                now,
                operations.stream()
                        .filter(CreateDomain.class::isInstance)
                        .map(o -> ((CreateDomain) o).domain().name())
                        .collect(Collectors.toSet()));
    }

    /** The indexes and constraints that go, be it for a while. */
    private static Set<ObjectName> names(List<Operation> operations) {
        Set<ObjectName> names = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof DropIndex drop) {
                names.add(drop.index());
            } else if (operation instanceof DropConstraint drop) {
                names.add(drop.table().sibling(drop.name()));
            }
        }
        return names;
    }

    private static List<Lock> all(ObjectName relation) {
        return List.of(Lock.moment(relation, Lock.Who.ALL));
    }

    private static List<Lock> all(ObjectName relation, Lock.Work work, String what) {
        return List.of(Lock.work(relation, Lock.Who.ALL, work, what));
    }

    @Override
    public List<Lock> visit(DropTable operation) {
        return Stream.concat(
                        all(operation.table()).stream(),
                        live.keys(operation.table()).map(key -> Lock.moment(key.target(), Lock.Who.ALL)))
                .toList();
    }

    @Override
    public List<Lock> visit(RenameTable operation) {
        return all(operation.to());
    }

    @Override
    public List<Lock> visit(AlterTable operation) {
        List<Lock> locks = new ArrayList<>();
        for (TableChange change : operation.changes()) {
            if (change instanceof TableChange.SetUnlogged) {
                locks.add(Lock.rewrite(operation.table()));
            } else if (change instanceof TableChange.Inherit || change instanceof TableChange.NoInherit) {
                locks.add(Lock.moment(operation.table(), Lock.Who.ALL));
            }
        }
        return locks;
    }

    @Override
    public List<Lock> visit(AddColumn operation) {
        Column column = operation.column();
        if (AddedValues.areWritten(column, then)) {
            return List.of(Lock.rewrite(operation.table()));
        }
        // Rows would be looked at, and fail, which is an error of its own.
        return !column.nullable() && column.defaultValue() == null
                ? List.of(new Lock(operation.table(), Lock.Who.ALL, Lock.Work.CHECK, "", true))
                : all(operation.table());
    }

    @Override
    public List<Lock> visit(DropColumn operation) {
        return Stream.concat(
                        all(operation.table()).stream(),
                        live.keys(operation.table())
                                .filter(key -> key.columns().contains(operation.column()))
                                .map(key -> Lock.moment(key.target(), Lock.Who.ALL)))
                .toList();
    }

    @Override
    public List<Lock> visit(RenameColumn operation) {
        return all(operation.table());
    }

    @Override
    public List<Lock> visit(AlterColumn operation) {
        ObjectName table = operation.table();
        List<Lock> locks = new ArrayList<>(all(table));
        for (ColumnChange change : operation.changes()) {
            if (change instanceof ColumnChange.SetNotNull && !live.proves(table, operation.column())) {
                locks.addAll(all(table, Lock.Work.CHECK, "NOT NULL of " + operation.column()));
            } else if (change instanceof ColumnChange.SetExpression) {
                locks.add(Lock.rewrite(table));
            } else if (change instanceof ColumnChange.SetType type) {
                retyped(operation, type, locks);
            }
        }
        return locks;
    }

    private void retyped(AlterColumn operation, ColumnChange.SetType change, List<Lock> locks) {
        ObjectName table = operation.table();
        Table before = now.tables().get(table);
        Column is = before == null ? null : before.columnsByName().get(operation.column());
        if (before == null || is == null) {
            return;
        }
        ends(table, is.name(), (other, key) -> locks.add(Lock.moment(other, Lock.Who.ALL)));
        if (change.using() != null || Rewrites.rewrites(is.type(), now, change.type(), then)) {
            locks.add(Lock.rewrite(table));
            return;
        }
        if (AddedValues.isConstrained(change.type(), then)) {
            locks.addAll(all(table, Lock.Work.CHECK, "each value of " + is.name()));
        }
        boolean sorted =
                !Objects.equals(is.collation(), change.collation()) || Rewrites.sortsAnew(is.type(), change.type());
        HeldByColumn held = new HeldByColumn(before, is.name(), name -> stays(table, name));
        held.indexes(sorted).forEach(index -> locks.addAll(all(table, Lock.Work.BUILD, index)));
        held.checks().forEach(check -> locks.addAll(all(table, Lock.Work.CHECK, check)));
    }

    /** Whether an index or constraint is there all the time. */
    private boolean stays(ObjectName table, String name) {
        return !gone.contains(table.sibling(name));
    }

    /** The tables at the other ends of the keys that a column is part of. */
    private void ends(ObjectName table, String column, BiConsumer<ObjectName, ForeignKey> end) {
        for (Table other : now.tables().values()) {
            live.keys(other.name()).forEach(key -> {
                if (other.name().equals(table) && key.columns().contains(column)) {
                    end.accept(key.target(), key);
                } else if (key.target().equals(table) && key.targetColumns().contains(column)) {
                    end.accept(other.name(), key);
                }
            });
        }
    }

    @Override
    public List<Lock> visit(AddConstraint operation) {
        ObjectName table = operation.table();
        Constraint constraint = operation.constraint();
        String name = String.valueOf(constraint.name());
        live.add(table, constraint);
        if (constraint instanceof ForeignKey key) {
            Lock.Work work = key.validated() ? Lock.Work.CHECK : Lock.Work.NONE;
            return Stream.of(table, key.target())
                    .distinct()
                    .map(end -> Lock.work(end, Lock.Who.WRITERS, work, name))
                    .toList();
        } else if (constraint instanceof Check check) {
            return check.validated() ? all(table, Lock.Work.CHECK, name) : all(table);
        } else if (constraint instanceof NotNull column) {
            return column.validated() && !live.proves(table, column.column())
                    ? all(table, Lock.Work.CHECK, "NOT NULL of " + column.column())
                    : all(table);
        }
        return all(table, Lock.Work.BUILD, name);
    }

    @Override
    public List<Lock> visit(DropConstraint operation) {
        List<Lock> locks = new ArrayList<>(all(operation.table()));
        live.keys(operation.table())
                .filter(key -> operation.name().equals(key.name()))
                .forEach(key -> locks.add(Lock.moment(key.target(), Lock.Who.ALL)));
        live.drop(operation.table(), operation.name());
        return locks;
    }

    @Override
    public List<Lock> visit(RenameConstraint operation) {
        return all(operation.table());
    }

    @Override
    public List<Lock> visit(AlterConstraint operation) {
        return all(operation.table());
    }

    @Override
    public List<Lock> visit(ValidateConstraint operation) {
        live.validate(operation.table(), operation.name());
        return List.of(Lock.work(operation.table(), Lock.Who.NOBODY, Lock.Work.CHECK, operation.name()));
    }

    @Override
    public List<Lock> visit(CreateIndex operation) {
        Lock.Who who = operation.concurrently() ? Lock.Who.NOBODY : Lock.Who.WRITERS;
        return List.of(Lock.work(
                operation.table(),
                who,
                Lock.Work.BUILD,
                String.valueOf(operation.index().name())));
    }

    @Override
    public List<Lock> visit(DropIndex operation) {
        return operation.concurrently()
                ? List.of()
                : Stream.concat(
                                now.tables().values().stream()
                                        .filter(table -> has(table.name(), table.indexes(), operation.index()))
                                        .map(Table::name),
                                now.views().values().stream()
                                        .filter(view -> has(view.name(), view.indexes(), operation.index()))
                                        .map(View::name))
                        .map(relation -> Lock.moment(relation, Lock.Who.ALL))
                        .toList();
    }

    private static boolean has(ObjectName relation, List<Index> indexes, ObjectName index) {
        return relation.namespace().equals(index.namespace())
                && indexes.stream().anyMatch(i -> index.name().equals(i.name()));
    }

    /** Also {@code nextval} waits. */
    @Override
    public List<Lock> visit(AlterSequence operation) {
        Lock.Who who = operation.unlogged() == null ? Lock.Who.WRITERS : Lock.Who.ALL;
        return List.of(Lock.moment(operation.sequence(), who));
    }

    @Override
    public List<Lock> visit(ReplaceEnum operation) {
        return operation.uses().stream()
                .map(use -> use.column().table())
                .distinct()
                .map(Lock::rewrite)
                .toList();
    }

    @Override
    public List<Lock> visit(AlterDomain operation) {
        List<Lock> locks = new ArrayList<>();
        for (DomainChange change : operation.changes()) {
            String domain = operation.domain().display();
            if (change instanceof DomainChange.AddCheck add && add.check().validated()) {
                ofDomain(operation.domain(), add.check().name() + " of " + domain, locks);
            } else if (change instanceof DomainChange.SetNullable set && !set.nullable()) {
                ofDomain(operation.domain(), "NOT NULL of " + domain, locks);
            }
        }
        return locks;
    }

    private void ofDomain(ObjectName domain, String what, List<Lock> locks) {
        now.tables().values().stream()
                .filter(table -> table.columns().stream().anyMatch(c -> isOf(c.type(), domain)))
                .forEach(table -> locks.add(Lock.work(table.name(), Lock.Who.WRITERS, Lock.Work.CHECK, what)));
    }

    private boolean isOf(SqlType type, ObjectName domain) {
        ObjectName user = type.userType();
        Domain of = user == null ? null : now.domains().get(user);
        return user != null && (user.equals(domain) || (of != null && isOf(of.base(), domain)));
    }

    @Override
    public List<Lock> visit(DropView operation) {
        return all(operation.view());
    }

    @Override
    public List<Lock> visit(CreateObject operation) {
        return operation.target().kind() == SqlObject.Kind.TRIGGER
                ? write(operation.target())
                : hung(operation.target());
    }

    @Override
    public List<Lock> visit(DropObject operation) {
        return hung(operation.target());
    }

    /** A trigger is made while others read, a function and statistics while they write as well. */
    private List<Lock> write(SqlObject object) {
        ObjectName table = object.table();
        return table == null ? List.of() : List.of(Lock.moment(table, Lock.Who.WRITERS));
    }

    private List<Lock> hung(SqlObject object) {
        ObjectName table = object.table();
        return table == null || object.kind().hasNamespace() ? List.of() : all(table);
    }

    @Override
    public List<Lock> visit(Execute operation) {
        return written.of(operation);
    }
}
