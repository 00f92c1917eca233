package dev.retort.command.compare;

import dev.retort.diff.WrittenNames;
import dev.retort.operation.CreateComposite;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.RenameTable;
import dev.retort.operation.RenameType;
import dev.retort.schema.ObjectName;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names that operations of revisions gave to what they made: what is under management. SQL that a revision runs as it is written makes nothing of the
 * kind.
 *
 * @param objects the names, a namespace's twice: {@code audit.audit}
 * @param written what that SQL creates, without namespaces: not managed, and yet there wherever the revisions ran
 */
record MadeNames(Set<ObjectName> objects, Set<String> written) {

    MadeNames {
        objects = Set.copyOf(objects);
        written = Set.copyOf(written);
    }

    /** The names made by these operations. */
    static MadeNames of(Collection<Operation> operations) {
        Set<ObjectName> names = new HashSet<>();
        operations.forEach(operation -> made(operation).ifPresent(names::add));
        return new MadeNames(names, WrittenNames.in(operations));
    }

    /** The PostgreSQL schemas that were made, and those that hold something made. */
    Set<String> namespaces() {
        return objects.stream().map(ObjectName::namespace).collect(Collectors.toSet());
    }

    private static Optional<ObjectName> made(Operation operation) {
        ObjectName name = null;
        if (operation instanceof CreateTable create) {
            name = create.table().name();
        } else if (operation instanceof RenameTable rename) {
            name = rename.to();
        } else if (operation instanceof CreateSequence create) {
            name = create.sequence();
        } else if (operation instanceof RenameSequence rename) {
            name = rename.to();
        } else if (operation instanceof CreateEnum create) {
            name = create.type().name();
        } else if (operation instanceof CreateComposite create) {
            name = create.type().name();
        } else if (operation instanceof CreateDomain create) {
            name = create.domain().name();
        } else if (operation instanceof RenameType rename) {
            name = rename.to();
        } else if (operation instanceof CreateView create) {
            name = create.view().name();
        } else if (operation instanceof CreateNamespace create) {
            name = new ObjectName(create.namespace(), create.namespace());
        }
        return Optional.ofNullable(name);
    }
}
