package dev.retort.scenario;

import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Exclusion;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.NotNull;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.Comparator;
import java.util.List;

/** A schema with everything in one order whose order means nothing, and without what is never changed. */
public final class Sorted {

    private Sorted() {}

    public static Schema of(Schema schema) {
        SchemaBuilder sorted = Schema.builder();
        schema.namespaces().forEach(sorted::namespace);
        schema.allTables().forEach(t -> sorted.table(table(t)));
        schema.sequences().values().forEach(sorted::sequence);
        schema.enums().values().forEach(sorted::enumType);
        schema.composites().values().forEach(sorted::composite);
        schema.domains().values().forEach(sorted::domain);
        schema.views().values().forEach(sorted::view);
        schema.casts().forEach(sorted::cast);
        schema.comments().forEach(sorted::comment);
        return sorted.build();
    }

    private static Table table(Table table) {
        Comparator<Constraint> byName = Comparator.comparing(c -> String.valueOf(c.name()));
        return table.toBuilder()
                .columns(table.columns().stream()
                        .sorted(Comparator.comparing(Column::name))
                        .toList())
                .uniques(table.uniques().stream()
                        .map(u -> u.withColumns(sorted(u)))
                        .sorted(byName)
                        .toList())
                .checks(table.checks().stream()
                        .sorted(byName)
                        .map(Check.class::cast)
                        .toList())
                .notNulls(table.notNulls().stream()
                        .filter(n -> !n.isPlain())
                        .sorted(byName)
                        .map(NotNull.class::cast)
                        .toList())
                .foreignKeys(table.foreignKeys().stream()
                        .sorted(byName)
                        .map(ForeignKey.class::cast)
                        .toList())
                .exclusions(table.exclusions().stream()
                        .sorted(byName)
                        .map(Exclusion.class::cast)
                        .toList())
                .indexes(table.indexes().stream()
                        .sorted(Comparator.comparing((Index i) -> String.valueOf(i.name())))
                        .toList())
                .build();
    }

    private static List<String> sorted(Unique unique) {
        return unique.columns().stream().sorted().toList();
    }
}
