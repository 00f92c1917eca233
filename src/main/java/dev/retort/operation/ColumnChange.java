package dev.retort.operation;

import dev.retort.schema.Expression;
import dev.retort.schema.Identity;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One change of a column in place. */
public sealed interface ColumnChange {

    /**
     * {@code TYPE type COLLATE collation USING using}.
     *
     * @param collation the collation; null for the type's own
     * @param using how old values become new ones; null where PostgreSQL casts by itself
     */
    record SetType(
            SqlType type,
            @Nullable String collation,
            @Nullable String using) implements ColumnChange {}

    /** {@code SET NOT NULL}. */
    record SetNotNull() implements ColumnChange {}

    /** {@code DROP NOT NULL}. */
    record DropNotNull() implements ColumnChange {}

    /** {@code SET DEFAULT}. */
    record SetDefault(Expression value) implements ColumnChange {}

    /** {@code DROP DEFAULT}. */
    record DropDefault() implements ColumnChange {}

    /** {@code ADD GENERATED … AS IDENTITY}. */
    record AddIdentity(Identity identity) implements ColumnChange {}

    /**
     * {@code SET GENERATED …} and options of the identity's sequence.
     *
     * @param kind the new kind; null leaves it
     * @param options the options that change, the others not stated
     */
    record AlterIdentity(Identity.@Nullable Kind kind, SequenceOptions options) implements ColumnChange {}

    /** {@code DROP IDENTITY}. */
    record DropIdentity() implements ColumnChange {}

    /** {@code SET EXPRESSION}, from PostgreSQL 17. */
    record SetExpression(Expression expression) implements ColumnChange {}

    /** {@code DROP EXPRESSION}: a generated column becomes an ordinary one and keeps its values. */
    record DropExpression() implements ColumnChange {}

    /** One word of the contract's JSON: {@code type}, {@code nullable}, {@code default}, {@code identity}, {@code generated}. */
    default String aspect() {
        if (this instanceof SetType) {
            return "type";
        } else if (this instanceof SetNotNull || this instanceof DropNotNull) {
            return "nullable";
        } else if (this instanceof SetDefault || this instanceof DropDefault) {
            return "default";
        } else if (this instanceof AddIdentity || this instanceof AlterIdentity || this instanceof DropIdentity) {
            return "identity";
        }
        return "generated";
    }

    /** The change in words. */
    default String words() {
        if (this instanceof SetType set) {
            return "type " + set.type().display();
        } else if (this instanceof SetNotNull) {
            return "not null";
        } else if (this instanceof DropNotNull) {
            return "nullable";
        } else if (this instanceof SetDefault set) {
            return "default " + set.value().sql();
        } else if (this instanceof DropDefault) {
            return "no default";
        } else if (this instanceof AddIdentity) {
            return "identity";
        } else if (this instanceof AlterIdentity) {
            return "identity options";
        } else if (this instanceof DropIdentity) {
            return "no identity";
        } else if (this instanceof SetExpression) {
            return "generated expression";
        }
        return "no longer generated";
    }

    /** The changes in words. */
    static String words(List<ColumnChange> changes) {
        boolean another = changes.stream().anyMatch(SetDefault.class::isInstance);
        // That a default goes before another comes is how it is done, and not what comes of it.
        return changes.stream()
                .filter(change -> !(another && change instanceof DropDefault))
                .map(ColumnChange::words)
                .collect(Collectors.joining(", "));
    }
}
