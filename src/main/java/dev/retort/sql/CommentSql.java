package dev.retort.sql;

import dev.retort.schema.CommentTarget;
import dev.retort.schema.SqlObject;
import org.jspecify.annotations.Nullable;

/** Spells comments. */
final class CommentSql {

    private CommentSql() {}

    static Statement set(CommentTarget target, @Nullable String comment) {
        return Statement.of(
                "COMMENT ON " + object(target) + " IS " + (comment == null ? "NULL" : SqlWriter.literal(comment)));
    }

    private static String object(CommentTarget target) {
        String name = SqlWriter.name(target.name());
        return switch (target.kind()) {
            case NAMESPACE -> "SCHEMA " + SqlWriter.identifier(target.name().name());
            case TABLE -> "TABLE " + name;
            case COLUMN -> "COLUMN " + name + "." + SqlWriter.identifier(target.part());
            case INDEX -> "INDEX " + name;
            case CONSTRAINT -> "CONSTRAINT " + SqlWriter.identifier(target.part()) + " ON " + name;
            case SEQUENCE -> "SEQUENCE " + name;
            case TYPE -> "TYPE " + name;
            case DOMAIN -> "DOMAIN " + name;
            case DOMAIN_CONSTRAINT -> "CONSTRAINT " + SqlWriter.identifier(target.part()) + " ON DOMAIN " + name;
            case VIEW -> "VIEW " + name;
            case MATERIALIZED_VIEW -> "MATERIALIZED VIEW " + name;
            case OBJECT -> ObjectSql.named(SqlObject.parse(target.part()));
        };
    }
}
