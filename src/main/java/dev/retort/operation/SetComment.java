package dev.retort.operation;

import dev.retort.schema.CommentTarget;
import dev.retort.schema.SqlObject;
import org.jspecify.annotations.Nullable;

/**
 * Sets the comment of an object, or takes it away.
 *
 * @param comment the comment; null for none
 */
public record SetComment(CommentTarget target, @Nullable String comment) implements Operation {

    @Override
    public String kind() {
        return "set_comment";
    }

    @Override
    public String object() {
        if (target.kind() == CommentTarget.Kind.OBJECT) {
            return SqlObject.parse(target.part()).qualified();
        }
        return target.name().qualified() + (target.part().isEmpty() ? "" : "." + target.part());
    }

    @Override
    public String summary() {
        String does = comment == null ? "drop comment on " : "set comment on ";
        if (target.kind() == CommentTarget.Kind.OBJECT) {
            return does + target.part();
        }
        return does
                + target.kind().words()
                + " "
                + (target.kind() == CommentTarget.Kind.NAMESPACE
                        ? target.name().name()
                        : target.name().display())
                + (target.part().isEmpty() ? "" : "." + target.part());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
