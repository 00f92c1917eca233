package dev.retort.diff;

import dev.retort.schema.Cast;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A schema under new names, as PostgreSQL leaves it after the renames: all that refers to a renamed object follows. */
final class SchemaRenamer {

    private final NameMap names;
    private final TableRenamer tables;

    private SchemaRenamer(NameMap names) {
        this.names = names;
        this.tables = new TableRenamer(names, this::type);
    }

    static Schema rename(Schema schema, NameMap names) {
        SchemaRenamer renamer = new SchemaRenamer(names);
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
                        typeName(c.name()),
                        c.attributes().stream()
                                .map(a -> new CompositeType.Attribute(a.name(), type(a.type())))
                                .toList())));
        schema.domains()
                .values()
                .forEach(d -> renamed.domain(new Domain(
                        typeName(d.name()),
                        type(d.base()),
                        d.nullable(),
                        d.defaultValue(),
                        d.collation(),
                        d.checks())));
        schema.views().values().forEach(v -> renamed.view(view(v)));
        schema.casts().forEach(c -> renamed.cast(new Cast(type(c.source()), type(c.target()))));
        schema.comments().forEach((target, comment) -> renamed.comment(target(target), comment));
        schema.extras().forEach(e -> renamed.extra(extra(e)));
        return renamed.build();
    }

    private Sequence sequence(Sequence sequence) {
        return new Sequence(
                names.sequence(sequence.name()), sequence.options(), column(sequence.ownedBy()), sequence.unlogged());
    }

    private EnumType enumType(EnumType type) {
        Map<String, String> labels = names.labels.getOrDefault(type.name(), Map.of());
        return new EnumType(
                typeName(type.name()),
                type.labels().stream().map(l -> labels.getOrDefault(l, l)).toList());
    }

    private View view(View view) {
        return new View(
                view.name(),
                view.query(),
                view.materialized(),
                view.uses().stream()
                        .map(c -> new ColumnRef(names.table(c.table()), names.column(c.table(), c.column())))
                        .collect(Collectors.toCollection(TreeSet::new)),
                view.usesRelations().stream().map(names::table).collect(Collectors.toCollection(TreeSet::new)),
                view.indexes());
    }

    private CommentTarget target(CommentTarget target) {
        ObjectName name = target.name();
        return switch (target.kind()) {
            case TABLE -> new CommentTarget(target.kind(), names.table(name), target.part());
            case COLUMN -> new CommentTarget(target.kind(), names.table(name), names.column(name, target.part()));
            case CONSTRAINT ->
                new CommentTarget(
                        target.kind(), names.table(name), NameMap.part(names.constraints, name, target.part()));
            case INDEX -> new CommentTarget(target.kind(), index(name), target.part());
            case SEQUENCE -> new CommentTarget(target.kind(), names.sequence(name), target.part());
            case TYPE, DOMAIN, DOMAIN_CONSTRAINT -> new CommentTarget(target.kind(), typeName(name), target.part());
            case NAMESPACE, VIEW, MATERIALIZED_VIEW -> target;
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

    private Extra extra(Extra extra) {
        ObjectName table = extra.table();
        // In order, because two tables may have a column of one name that is renamed to different ones.
        Set<ObjectName> tables = table == null
                ? extra.uses().stream().map(ColumnRef::table).collect(Collectors.toCollection(TreeSet::new))
                : Set.of(table);
        if (tables.isEmpty()) {
            return extra;
        }
        Map<String, String> words = new HashMap<>();
        for (ObjectName used : tables) {
            words.putAll(names.columns.getOrDefault(used, Map.of()));
            words.put(used.name(), names.table(used).name());
        }
        return new Extra(
                extra.kind(),
                extra.name(),
                table == null ? null : names.table(table),
                Attached.holds(extra) ? Identifiers.rename(extra.definition(), words) : extra.definition(),
                new TreeSet<>(extra.uses().stream()
                        .map(u -> Objects.requireNonNull(column(u)))
                        .toList()));
    }

    private @Nullable ColumnRef column(@Nullable ColumnRef ref) {
        return ref == null ? null : new ColumnRef(names.table(ref.table()), names.column(ref.table(), ref.column()));
    }

    private ObjectName typeName(ObjectName name) {
        return names.types.getOrDefault(name, name);
    }

    private SqlType type(SqlType type) {
        ObjectName user = type.userType();
        return user == null || !names.types.containsKey(user) ? type : type.withUserType(typeName(user));
    }
}
