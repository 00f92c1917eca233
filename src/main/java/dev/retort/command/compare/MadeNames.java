package dev.retort.command.compare;

import dev.retort.diff.WrittenNames;
import dev.retort.operation.CreateComposite;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.RenameTable;
import dev.retort.operation.RenameType;
import dev.retort.operation.SetComment;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that operations of revisions gave to what they made: what is under management. SQL that a revision runs as it is written makes nothing of the
 * kind.
 *
 * @param objects the names, a namespace's twice: {@code audit.audit}
 * @param written what that SQL creates, without namespaces: not managed, and yet there wherever the revisions ran
 * @param sqlObjects the functions, triggers and their like that {@code createObject} made
 * @param commented those of them that {@code commentOnObject} was called for
 */
record MadeNames(Set<ObjectName> objects, Set<String> written, Set<SqlObject> sqlObjects, Set<SqlObject> commented) {

    MadeNames {
        objects = Set.copyOf(objects);
        written = Set.copyOf(written);
        sqlObjects = Set.copyOf(sqlObjects);
        commented = Set.copyOf(commented);
    }

    /** The names made by these operations. */
    static MadeNames of(Collection<Operation> operations) {
        Set<ObjectName> names = new HashSet<>();
        operations.forEach(operation -> made(operation).ifPresent(names::add));
        return new MadeNames(
                names, WrittenNames.in(operations), sqlObjects(operations, false), sqlObjects(operations, true));
    }

    /** What hangs on a table goes with it under its new name. */
    private static Set<SqlObject> sqlObjects(Collection<Operation> operations, boolean comments) {
        Set<SqlObject> made = new HashSet<>();
        for (Operation operation : operations) {
            if (!comments && operation instanceof CreateObject create) {
                made.add(create.target());
            } else if (comments
                    && operation instanceof SetComment comment
                    && comment.target().kind() == CommentTarget.Kind.OBJECT) {
                made.add(SqlObject.parse(comment.target().part()));
            } else if (operation instanceof RenameTable rename) {
                List.copyOf(made).stream()
                        .filter(object -> rename.from().equals(object.table()))
                        .forEach(object -> made.add(new SqlObject(
                                object.kind(),
                                object.kind().hasNamespace()
                                        ? object.name()
                                        : object.kind() == SqlObject.Kind.ROW_SECURITY
                                                ? rename.to()
                                                : rename.to()
                                                        .sibling(object.name().name()),
                                rename.to())));
            }
        }
        return made;
    }

    /** The schema in which what revisions made by SQL of its own is marked as under management. */
    Schema mark(Schema schema) {
        if ((sqlObjects.isEmpty() && commented.isEmpty()) || schema.extras().isEmpty()) {
            return schema;
        }
        return schema.toBuilder()
                .extras(schema.extras().stream()
                        .map(extra -> isMade(extra) ? extra.withStated("") : extra)
                        .toList())
                .build();
    }

    private boolean isMade(Extra extra) {
        boolean comment = extra.kind().isComment();
        return (comment ? SqlObject.commented(extra) : SqlObject.of(extra))
                .filter(object -> (comment ? commented : sqlObjects).stream().anyMatch(object::isSame))
                .isPresent();
    }

    /** The PostgreSQL schemas that were made, and those that hold something made. */
    Set<String> namespaces() {
        return Stream.concat(
                        objects.stream(),
                        sqlObjects.stream()
                                .filter(object -> object.kind() != SqlObject.Kind.EXTENSION
                                        && object.kind() != SqlObject.Kind.CAST)
                                .map(SqlObject::name))
                .map(ObjectName::namespace)
                .collect(Collectors.toSet());
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
