package dev.retort.diff;

import dev.retort.schema.Cast;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A schema under new names, as PostgreSQL leaves it after the renames: all that refers to a renamed object follows. */
final class SchemaRenamer {

    private final NameMap names;
    private final RenamedText text;
    private final TableRenamer tables;
    private final RenamedExtras extras;

    private SchemaRenamer(NameMap names, Schema schema) {
        RenamedConstants constants = new RenamedConstants(names.labels, schema);
        this.names = names;
        this.text = new RenamedText(names, constants);
        this.tables = new TableRenamer(names, text, this::type);
        this.extras = new RenamedExtras(names, text, constants, schema);
    }

    static Schema rename(Schema schema, NameMap names) {
        SchemaRenamer renamer = new SchemaRenamer(names, schema);
        renamer.ownedSequences(schema);
        return renamer.rename(schema);
    }

    /** A table that moves to another namespace takes the sequences along that it owns. */
    private void ownedSequences(Schema schema) {
        for (Sequence sequence : schema.sequences().values()) {
            ColumnRef owner = sequence.ownedBy();
            if (owner != null) {
                String namespace = names.table(owner.table()).namespace();
                ObjectName name = names.sequence(sequence.name());
                if (!namespace.equals(owner.table().namespace())) {
                    names.sequences.put(sequence.name(), name.in(namespace));
                }
            }
        }
    }

    private Schema rename(Schema schema) {
        SchemaBuilder renamed = Schema.builder();
        schema.namespaces().forEach(renamed::namespace);
        schema.referenced().forEach(renamed::referenced);
        for (Table table : schema.allTables()) {
            renamed.table(tables.rename(table));
        }
        schema.sequences().values().forEach(s -> renamed.sequence(sequence(s)));
        schema.enums().values().forEach(e -> renamed.enumType(enumType(e)));
        schema.composites()
                .values()
                .forEach(c -> renamed.composite(new CompositeType(
                        names.type(c.name()),
                        c.attributes().stream()
                                .map(a -> new CompositeType.Attribute(a.name(), type(a.type())))
                                .toList())));
        schema.domains()
                .values()
                .forEach(d -> renamed.domain(new Domain(
                        names.type(d.name()),
                        type(d.base()),
                        d.nullable(),
                        d.defaultValue() == null ? null : text.expression(d.defaultValue(), Map.of(), d.base()),
                        d.collation(),
                        d.checks().stream()
                                .map(c -> c.withExpression(text.expression(c.expression(), Map.of())))
                                .toList())));
        schema.views().values().forEach(v -> renamed.view(view(v)));
        schema.casts().forEach(c -> renamed.cast(new Cast(type(c.source()), type(c.target()))));
        schema.comments().forEach((target, comment) -> renamed.comment(target(target), comment));
        schema.extras().forEach(e -> renamed.extra(extras.rename(e)));
        return renamed.build();
    }

    private Sequence sequence(Sequence sequence) {
        return new Sequence(
                names.sequence(sequence.name()), sequence.options(), column(sequence.ownedBy()), sequence.unlogged());
    }

    private EnumType enumType(EnumType type) {
        Map<String, String> labels = names.labels.getOrDefault(type.name(), Map.of());
        return new EnumType(
                names.type(type.name()),
                type.labels().stream().map(l -> labels.getOrDefault(l, l)).toList());
    }

    private View view(View view) {
        return new View(
                view.name(),
                text.text(view.query(), Map.of()),
                view.materialized(),
                view.uses().stream()
                        .map(c -> new ColumnRef(names.table(c.table()), names.column(c.table(), c.column())))
                        .collect(Collectors.toCollection(TreeSet::new)),
                view.usesRelations().stream().map(names::table).collect(Collectors.toCollection(TreeSet::new)),
                view.indexes().stream()
                        .map(i -> tables.index(i, Map.of(), Map.of()))
                        .toList());
    }

    private CommentTarget target(CommentTarget target) {
        ObjectName name = target.name();
        return switch (target.kind()) {
            case TABLE -> new CommentTarget(target.kind(), names.table(name), target.part());
            case COLUMN -> new CommentTarget(target.kind(), names.type(name), names.column(name, target.part()));
            case CONSTRAINT ->
                new CommentTarget(
                        target.kind(), names.table(name), NameMap.part(names.constraints, name, target.part()));
            case INDEX -> new CommentTarget(target.kind(), index(name), target.part());
            case SEQUENCE -> new CommentTarget(target.kind(), names.sequence(name), target.part());
            case TYPE, DOMAIN, DOMAIN_CONSTRAINT -> new CommentTarget(target.kind(), names.type(name), target.part());
            case NAMESPACE, VIEW, MATERIALIZED_VIEW, OBJECT -> target;
        };
    }

    /** An index, which may be the one that a constraint owns. */
    private ObjectName index(ObjectName name) {
        return Stream.of(names.indexes, names.constraints)
                .flatMap(all -> all.entrySet().stream()
                        .filter(e -> e.getKey().namespace().equals(name.namespace())
                                && e.getValue().containsKey(name.name()))
                        .map(e -> names.table(e.getKey()).sibling(NameMap.part(all, e.getKey(), name.name()))))
                .findFirst()
                .orElse(name);
    }

    private @Nullable ColumnRef column(@Nullable ColumnRef ref) {
        return ref == null ? null : new ColumnRef(names.table(ref.table()), names.column(ref.table(), ref.column()));
    }

    private SqlType type(SqlType type) {
        ObjectName user = type.userType();
        return user == null ? type : type.withUserType(names.type(user));
    }
}
