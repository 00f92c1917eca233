package dev.retort.diff;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.CreateComposite;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateView;
import dev.retort.operation.DomainChange;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceEnum;
import dev.retort.operation.SetComment;
import dev.retort.schema.Check;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.CommentTarget.Kind;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The comments on what does not hold its own; runs last, because whatever is created again has lost its comment. */
final class CommentDiffer {

    private CommentDiffer() {}

    static void diff(Sides sides) {
        SortedMap<CommentTarget, String> from = sides.from().comments();
        SortedMap<CommentTarget, String> to = sides.to().comments();
        if (from.isEmpty() && to.isEmpty()) {
            return;
        }
        Set<CommentTarget> fresh = new HashSet<>();
        sides.changes().difference().operations().forEach(o -> created(o, fresh));
        to.forEach((target, comment) -> {
            String now = fresh.contains(whole(target)) ? null : from.get(target);
            if (!comment.equals(now)) {
                sides.changes().add(Phase.COMMENT, new SetComment(target, comment));
            }
        });
        Set<ObjectName> indexes = new HashSet<>();
        sides.to().allTables().forEach(t -> {
            t.indexes().forEach(i -> indexes.add(name(t.name(), i)));
            t.constraints().forEach(c -> indexes.add(t.name().sibling(String.valueOf(c.name()))));
        });
        sides.to().views().values().forEach(v -> v.indexes().forEach(i -> indexes.add(name(v.name(), i))));
        from.keySet().stream()
                .filter(t -> !to.containsKey(t) && !fresh.contains(whole(t)) && exists(t, sides.to(), indexes))
                .forEach(t -> sides.changes().add(Phase.COMMENT, new SetComment(t, null)));
    }

    private static void created(Operation operation, Set<CommentTarget> fresh) {
        if (operation instanceof AddConstraint add) {
            fresh.add(new CommentTarget(
                    Kind.CONSTRAINT,
                    add.table(),
                    String.valueOf(add.constraint().name())));
            // The index that it owns.
            fresh.add(new CommentTarget(
                    Kind.INDEX,
                    add.table().sibling(String.valueOf(add.constraint().name())),
                    ""));
        } else if (operation instanceof CreateIndex create) {
            fresh.add(new CommentTarget(
                    Kind.INDEX,
                    create.table().sibling(String.valueOf(create.index().name())),
                    ""));
        } else if (operation instanceof CreateView create) {
            View view = create.view();
            fresh.add(new CommentTarget(view.materialized() ? Kind.MATERIALIZED_VIEW : Kind.VIEW, view.name(), ""));
            fresh.add(CommentTarget.column(view.name(), ""));
        } else if (operation instanceof CreateEnum create) {
            fresh.add(new CommentTarget(Kind.TYPE, create.type().name(), ""));
        } else if (operation instanceof ReplaceEnum replace) {
            fresh.add(new CommentTarget(Kind.TYPE, replace.type().name(), ""));
        } else if (operation instanceof CreateComposite create) {
            fresh.add(new CommentTarget(Kind.TYPE, create.type().name(), ""));
            fresh.add(CommentTarget.column(create.type().name(), ""));
        } else if (operation instanceof CreateDomain create) {
            fresh.add(new CommentTarget(Kind.DOMAIN, create.domain().name(), ""));
            create.domain()
                    .checks()
                    .forEach(c -> fresh.add(check(create.domain().name(), c)));
        } else if (operation instanceof AlterDomain alter) {
            alter.changes().stream()
                    .filter(DomainChange.AddCheck.class::isInstance)
                    .forEach(c -> fresh.add(check(alter.domain(), ((DomainChange.AddCheck) c).check())));
        }
    }

    /** The columns of a view go with it, as the attributes of a composite type do; those of a table say their own comments. */
    private static CommentTarget whole(CommentTarget target) {
        return target.kind() == Kind.COLUMN ? CommentTarget.column(target.name(), "") : target;
    }

    private static CommentTarget check(ObjectName domain, Check check) {
        return new CommentTarget(Kind.DOMAIN_CONSTRAINT, domain, String.valueOf(check.name()));
    }

    private static boolean exists(CommentTarget target, Schema schema, Set<ObjectName> indexes) {
        ObjectName name = target.name();
        return switch (target.kind()) {
            case NAMESPACE ->
                name.name().equals(ObjectName.DEFAULT_NAMESPACE)
                        || schema.namespaces().contains(name.name());
            case TABLE, COLUMN ->
                schema.tables().containsKey(name)
                        || schema.views().containsKey(name)
                        || hasAttribute(schema.composites().get(name), target.part());
            case INDEX -> indexes.contains(name);
            case CONSTRAINT -> {
                Table table = schema.tables().get(name);
                yield table != null
                        && table.constraints().stream()
                                .anyMatch(c -> target.part().equals(c.name()));
            }
            case SEQUENCE -> schema.sequences().containsKey(name);
            case TYPE -> schema.enums().containsKey(name) || schema.composites().containsKey(name);
            case DOMAIN -> schema.domains().containsKey(name);
            case DOMAIN_CONSTRAINT -> {
                Domain domain = schema.domains().get(name);
                yield domain != null
                        && domain.checks().stream().anyMatch(c -> target.part().equals(c.name()));
            }
            case VIEW, MATERIALIZED_VIEW -> schema.views().containsKey(name);
            // They are extras, see ObjectDiffer.
            case OBJECT -> false;
        };
    }

    private static boolean hasAttribute(@Nullable CompositeType type, String attribute) {
        return type != null && type.attributes().stream().anyMatch(a -> a.name().equals(attribute));
    }

    private static ObjectName name(ObjectName relation, Index index) {
        return relation.sibling(String.valueOf(index.name()));
    }
}
