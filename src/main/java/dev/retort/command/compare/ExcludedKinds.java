package dev.retort.command.compare;

import dev.retort.command.config.ObjectKind;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.View;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Takes the kinds of objects away that are not compared; done to both sides, so that nothing of them is ever said. */
final class ExcludedKinds {

    private final Set<ObjectKind> kinds;

    ExcludedKinds(Set<ObjectKind> kinds) {
        this.kinds = kinds;
    }

    Schema strip(Schema schema) {
        if (kinds.isEmpty()) {
            return schema;
        }
        SchemaBuilder builder = Schema.builder();
        schema.namespaces().forEach(builder::namespace);
        schema.allTables().forEach(table -> builder.table(strip(table)));
        keep(ObjectKind.SEQUENCE, schema.sequences().values()).forEach(builder::sequence);
        keep(ObjectKind.ENUM, schema.enums().values()).forEach(builder::enumType);
        keep(ObjectKind.COMPOSITE, schema.composites().values()).forEach(builder::composite);
        keep(ObjectKind.DOMAIN, schema.domains().values()).forEach(builder::domain);
        keep(ObjectKind.VIEW, schema.views().values()).forEach(builder::view);
        keep(ObjectKind.ENUM, schema.casts()).forEach(builder::cast);
        keep(ObjectKind.COMMENT, schema.comments().entrySet())
                .forEach(comment -> builder.comment(comment.getKey(), comment.getValue()));
        schema.extras().stream()
                .filter(extra -> !leaves(extra))
                .map(extra ->
                        kinds.contains(ObjectKind.COMMENT) && extra.kind().isComment() ? extra.withStated(null) : extra)
                .forEach(builder::extra);
        if (kinds.contains(ObjectKind.VIEW)) {
            schema.views().values().forEach(view -> builder.extra(outside(view)));
        }
        schema.referenced().forEach(builder::referenced);
        return builder.build();
    }

    /** Whether it is a comment that the model states, where comments are not compared. */
    private boolean leaves(Extra extra) {
        return kinds.contains(ObjectKind.COMMENT)
                && extra.kind().isComment()
                && extra.stated() != null
                && !extra.stated().isEmpty();
    }

    /** What is not compared holds on to what it reads all the same. */
    private static Extra outside(View view) {
        SortedSet<ColumnRef> uses = new TreeSet<>(view.uses());
        view.usesRelations().forEach(relation -> uses.add(new ColumnRef(relation, "")));
        String kind = view.materialized() ? "MATERIALIZED VIEW" : "VIEW";
        return new Extra(Extra.Kind.OUTSIDE, view.name(), null, kind, uses);
    }

    private Table strip(Table table) {
        TableBuilder builder = table.toBuilder()
                .uniques(keep(ObjectKind.UNIQUE, table.uniques()))
                .foreignKeys(keep(ObjectKind.FOREIGN_KEY, table.foreignKeys()))
                .checks(keep(ObjectKind.CHECK, table.checks()))
                .exclusions(keep(ObjectKind.EXCLUSION, table.exclusions()))
                .indexes(keep(ObjectKind.INDEX, table.indexes()))
                .columns(table.columns().stream().map(this::strip).toList());
        if (kinds.contains(ObjectKind.COMMENT)) {
            builder.comment(null);
        }
        return builder.build();
    }

    private Column strip(Column column) {
        Column stripped = kinds.contains(ObjectKind.DEFAULT) ? column.withDefault(null) : column;
        return kinds.contains(ObjectKind.COMMENT) ? stripped.withComment(null) : stripped;
    }

    private <T> Collection<T> keep(ObjectKind kind, Collection<T> all) {
        return kinds.contains(kind) ? List.of() : all;
    }
}
