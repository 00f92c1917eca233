package dev.retort.model;

import dev.retort.schema.CommentTarget;
import dev.retort.schema.CommentTarget.Kind;
import dev.retort.schema.Extra;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps {@code COMMENT ON} what the model has; a comment may come before what it is on. */
final class AuxiliaryComments {

    private record Comment(CommentTarget target, String text, String statement) {}

    private final Map<ObjectName, Table> tables;
    private final SchemaBuilder schema;
    private final List<Comment> comments = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    AuxiliaryComments(Map<ObjectName, Table> tables, SchemaBuilder schema) {
        this.tables = tables;
        this.schema = schema;
    }

    /** Reads what follows {@code COMMENT ON}; false where it is on something that the model cannot have. */
    boolean take(SqlTokens tokens, String statement) {
        CommentTarget target = target(tokens);
        if (target == null) {
            others.add(statement);
            return true;
        } else if (!tokens.accept("IS")) {
            return false;
        }
        String literal = tokens.take();
        if (!literal.startsWith("'") || literal.length() < 3 || !tokens.atEnd()) {
            return false;
        }
        comments.add(
                new Comment(target, literal.substring(1, literal.length() - 1).replace("''", "'"), statement));
        return true;
    }

    private static @Nullable CommentTarget target(SqlTokens tokens) {
        if (tokens.accept("COLUMN")) {
            List<String> parts = new ArrayList<>();
            do {
                parts.add(SqlNames.unquote(tokens.take()));
            } while (tokens.accept("."));
            int last = parts.size() - 1;
            return last < 1
                    ? null
                    : CommentTarget.column(
                            last == 1
                                    ? ObjectName.of(parts.get(0))
                                    : new ObjectName(parts.get(last - 2), parts.get(last - 1)),
                            parts.get(last));
        } else if (tokens.accept("CONSTRAINT")) {
            String name = SqlNames.unquote(tokens.take());
            if (!tokens.accept("ON")) {
                return null;
            }
            Kind kind = tokens.accept("DOMAIN") ? Kind.DOMAIN_CONSTRAINT : Kind.CONSTRAINT;
            return new CommentTarget(kind, AuxiliaryMapper.name(tokens), name);
        } else if (tokens.accept("SCHEMA")) {
            String name = SqlNames.unquote(tokens.take());
            return new CommentTarget(Kind.NAMESPACE, new ObjectName(name, name), "");
        } else if (tokens.accept("MATERIALIZED", "VIEW")) {
            return new CommentTarget(Kind.MATERIALIZED_VIEW, AuxiliaryMapper.name(tokens), "");
        }
        for (Kind kind : List.of(Kind.TABLE, Kind.INDEX, Kind.SEQUENCE, Kind.TYPE, Kind.DOMAIN, Kind.VIEW)) {
            if (tokens.accept(kind.name())) {
                return new CommentTarget(kind, AuxiliaryMapper.name(tokens), "");
            }
        }
        return null;
    }

    /** Puts the comments on what the model has; gives the statements of the others. */
    List<String> finish() {
        if (comments.isEmpty() && others.isEmpty()) {
            return List.of();
        }
        Schema stated = schema.build();
        List<String> left = new ArrayList<>(others);
        for (Comment comment : comments) {
            CommentTarget target = comment.target();
            Table table = tables.get(target.name());
            if (target.kind() == Kind.TABLE && table != null) {
                tables.put(
                        table.name(), table.toBuilder().comment(comment.text()).build());
            } else if (target.kind() == Kind.COLUMN
                    && table != null
                    && table.columnsByName().containsKey(target.part())) {
                tables.put(table.name(), commented(table, target.part(), comment.text()));
            } else if (isThere(target, stated)) {
                schema.comment(target, comment.text());
            } else {
                left.add(comment.statement());
            }
        }
        ObjectComments objects = new ObjectComments(stated.extras());
        left.removeIf(statement -> {
            Optional<Extra> comment = objects.read(statement);
            comment.ifPresent(schema::extra);
            return comment.isPresent();
        });
        return left;
    }

    private static Table commented(Table table, String column, String text) {
        return table.toBuilder()
                .columns(table.columns().stream()
                        .map(c -> c.name().equals(column) ? c.withComment(text) : c)
                        .toList())
                .build();
    }

    private boolean isThere(CommentTarget target, Schema stated) {
        ObjectName name = target.name();
        return switch (target.kind()) {
            case NAMESPACE -> true;
            case TABLE -> false;
            case COLUMN ->
                stated.views().containsKey(name) || stated.composites().containsKey(name);
            case INDEX ->
                tables.values().stream()
                        .filter(table -> table.name().namespace().equals(name.namespace()))
                        .flatMap(table -> table.indexes().stream())
                        .map(Index::name)
                        .anyMatch(name.name()::equals);
            case CONSTRAINT -> tables.containsKey(name);
            case SEQUENCE -> stated.sequences().containsKey(name);
            case TYPE -> stated.enums().containsKey(name) || stated.composites().containsKey(name);
            case DOMAIN, DOMAIN_CONSTRAINT -> stated.domains().containsKey(name);
            case OBJECT -> false;
            case VIEW, MATERIALIZED_VIEW ->
                Optional.ofNullable(stated.views().get(name))
                        .map(View::materialized)
                        .filter(materialized -> materialized == (target.kind() == Kind.MATERIALIZED_VIEW))
                        .isPresent();
        };
    }
}
