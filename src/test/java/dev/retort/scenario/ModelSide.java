package dev.retort.scenario;

import dev.retort.schema.Extra;
import dev.retort.schema.Identity;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.Set;

/** A database as a JPA model would state it: silent on everything that a model cannot say. */
final class ModelSide {

    private ModelSide() {}

    static Schema of(Schema schema, Set<String> unnamed) {
        SchemaBuilder model = Schema.builder();
        schema.namespaces().forEach(model::namespace);
        schema.allTables().forEach(t -> model.table(table(t, unnamed)));
        schema.sequences()
                .values()
                .forEach(s -> model.sequence(s.withOptions(new SequenceOptions(
                                null, s.options().start(), s.options().increment(), null, null, null, null))
                        .withOwnedBy(s.ownedBy())));
        schema.enums().values().forEach(model::enumType);
        schema.composites().values().forEach(model::composite);
        schema.domains().values().forEach(model::domain);
        schema.views().values().stream().filter(v -> !v.materialized()).forEach(model::view);
        schema.casts().forEach(model::cast);
        schema.extras().stream().filter(Extra::isManaged).forEach(model::extra);
        return model.build();
    }

    private static Table table(Table table, Set<String> unnamed) {
        var key = table.primaryKey();
        return table.toBuilder()
                .columns(table.columns().stream()
                        .map(c -> c.identity() == null
                                ? c
                                : c.withIdentity(new Identity(
                                        c.identity().kind(),
                                        new SequenceOptions(
                                                null,
                                                c.identity().options().start(),
                                                c.identity().options().increment(),
                                                null,
                                                null,
                                                null,
                                                null))))
                        .toList())
                .primaryKey(key == null ? null : key.withName(null))
                .uniques(table.uniques().stream()
                        .map(u -> unnamed.contains(u.name()) ? u.withName(null) : u)
                        .toList())
                .checks(table.checks().stream()
                        .map(c -> unnamed.contains(c.name()) ? c.withName(null) : c)
                        .toList())
                .foreignKeys(table.foreignKeys().stream()
                        .map(k -> unnamed.contains(k.name()) ? k.withName(null) : k)
                        .toList())
                .indexes(table.indexes().stream()
                        .map(i -> unnamed.contains(i.name()) ? i.withName(null) : i)
                        .toList())
                .options(null)
                .build();
    }

    /** What revisions would have made of a database: all but its views, which a model rarely states. */
    static Set<ObjectName> managed(Schema schema) {
        Set<ObjectName> managed = new HashSet<>(schema.tables().keySet());
        managed.addAll(schema.sequences().keySet());
        managed.addAll(schema.enums().keySet());
        managed.addAll(schema.composites().keySet());
        managed.addAll(schema.domains().keySet());
        schema.namespaces().forEach(n -> managed.add(new ObjectName(n, n)));
        return managed;
    }
}
