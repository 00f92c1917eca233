package dev.retort.catalog;

import dev.retort.schema.Domain;
import dev.retort.schema.Extra;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collations by a bare name, which a model states or the database has: the catalog says their namespace as well. */
final class UserCollations {

    private final Map<String, String> full = new HashMap<>();

    private UserCollations(Schema wanted, Schema actual) {
        List<ObjectName> names = Stream.of(wanted, actual)
                .flatMap(schema -> schema.extras().stream())
                .filter(extra -> extra.kind() == Extra.Kind.COLLATION)
                .map(Extra::name)
                // The default namespace is where a bare name is looked for first.
                .sorted(Comparator.comparing(name -> !name.namespace().equals(ObjectName.DEFAULT_NAMESPACE)))
                .toList();
        for (ObjectName name : names) {
            full.putIfAbsent(name.name(), name.qualified());
            full.putIfAbsent(name.namespace() + "." + name.name(), name.qualified());
        }
    }

    static Schema resolved(Schema wanted, Schema actual) {
        UserCollations collations = new UserCollations(wanted, actual);
        if (collations.full.isEmpty()) {
            return wanted;
        }
        SchemaBuilder builder = wanted.toBuilder();
        wanted.tables().values().forEach(table -> builder.table(collations.of(table)));
        wanted.domains().values().forEach(domain -> builder.domain(collations.of(domain)));
        return builder.build();
    }

    private Table of(Table table) {
        return table.toBuilder()
                .columns(table.columns().stream()
                        .map(column -> column.withCollation(of(column.collation())))
                        .toList())
                .indexes(table.indexes().stream()
                        .map(index -> index.withKeys(
                                index.keys().stream().map(this::of).toList()))
                        .toList())
                .build();
    }

    private Index.Key of(Index.Key key) {
        return new Index.Key(
                key.column(), key.expression(), key.opclass(), of(key.collation()), key.descending(), key.nullsFirst());
    }

    private Domain of(Domain domain) {
        return new Domain(
                domain.name(),
                domain.base(),
                domain.nullable(),
                domain.defaultValue(),
                of(domain.collation()),
                domain.checks());
    }

    private @Nullable String of(@Nullable String collation) {
        return collation == null ? null : full.getOrDefault(collation, collation);
    }
}
