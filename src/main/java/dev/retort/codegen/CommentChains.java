package dev.retort.codegen;

import dev.retort.operation.SetComment;
import dev.retort.schema.CommentTarget;

/** Comments on objects. */
final class CommentChains {

    private CommentChains() {}

    static Chain set(SetComment operation) {
        CommentTarget target = operation.target();
        String on =
                switch (target.kind()) {
                    case NAMESPACE -> "Schema";
                    case TABLE -> "Table";
                    case COLUMN -> "Column";
                    case INDEX -> "Index";
                    case CONSTRAINT -> "Constraint";
                    case SEQUENCE -> "Sequence";
                    case TYPE -> "Type";
                    case DOMAIN -> "Domain";
                    case DOMAIN_CONSTRAINT -> "DomainConstraint";
                    case VIEW -> "View";
                    case MATERIALIZED_VIEW -> "MaterializedView";
                    case OBJECT -> "Object";
                };
        if (target.kind() == CommentTarget.Kind.OBJECT) {
            return Chain.of("op.commentOnObject").text(target.part()).textOrNull(operation.comment());
        }
        boolean namespace = target.kind() == CommentTarget.Kind.NAMESPACE;
        Chain chain = Chain.of("op.commentOn" + on)
                .text(namespace ? target.name().name() : target.name().display());
        if (!target.part().isEmpty()) {
            chain.text(target.part());
        }
        return chain.textOrNull(operation.comment());
    }
}
