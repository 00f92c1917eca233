package dev.retort.model;

import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Expression;
import dev.retort.schema.Extra;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A schema as plain lines, sorted, names left out where {@code stated} leaves them open: two schemas that agree have the same lines. */
final class Agreement {

    /** What is told of a model that is read whole: what Hibernate makes, and somebody may not mean. */
    static final Set<String> REMARKS = Set.of("nullable-primitive", "required-in-subclass");

    private Agreement() {}

    /** The lines of a schema without the names of its constraints. */
    static List<String> lines(Schema schema) {
        return all(schema);
    }

    /** The names that a schema states, which the other side must have. */
    static List<String> statedNames(Schema schema) {
        List<String> lines = new ArrayList<>();
        for (Table table : schema.allTables()) {
            table.constraints().stream()
                    .filter(c -> c.name() != null)
                    .forEach(c -> lines.add(table.name() + " constraint " + c.name()));
            table.indexes().stream()
                    .filter(i -> i.name() != null)
                    .forEach(i -> lines.add(table.name() + " index " + i.name()));
        }
        return lines.stream().sorted().toList();
    }

    private static List<String> all(Schema schema) {
        List<String> lines = new ArrayList<>();
        schema.namespaces().forEach(n -> lines.add("namespace " + n));
        schema.enums().values().forEach(e -> lines.add("enum " + e));
        schema.composites().values().forEach(c -> lines.add("composite " + c));
        schema.domains().values().forEach(d -> lines.add("domain " + d.name() + " " + d.base()));
        schema.views().values().forEach(v -> lines.add("view " + v.name()));
        schema.casts().forEach(c -> lines.add("cast " + c));
        // A default of null is none.
        schema.extras().stream()
                .filter(e -> e.kind() != Extra.Kind.NULL_DEFAULT)
                .forEach(e -> lines.add(e.kind() + " " + e.name() + " " + e.stated()));
        schema.comments().forEach((t, c) -> lines.add("comment " + t + " " + c));
        schema.sequences().values().forEach(s -> lines.add(sequence(s)));
        schema.allTables().forEach(t -> table(t, lines));
        return lines.stream().sorted().toList();
    }

    private static String sequence(Sequence sequence) {
        SequenceOptions options = sequence.options().withDefaults(SqlType.builtin("bigint"));
        return "sequence " + sequence.name() + " " + options + " " + sequence.ownedBy();
    }

    private static void table(Table table, List<String> lines) {
        String name = table.name().toString();
        lines.add("table " + name + " comment " + table.comment());
        lines.add(name + " " + (table.options() == null ? TableOptions.NONE : table.options()));
        table.columns().forEach(c -> lines.add(name + " column " + column(c)));
        if (table.primaryKey() != null) {
            lines.add(name + " primary key " + table.primaryKey().columns()
                    + table.primaryKey().include());
        }
        for (Unique u : table.uniques()) {
            lines.add(name + " unique " + u.columns().stream().sorted().toList() + u.nullsNotDistinct() + u.include()
                    + u.deferrability());
        }
        for (Check c : table.checks()) {
            lines.add(name + " check " + c.expression().key() + c.noInherit() + c.validated());
        }
        for (ForeignKey f : table.foreignKeys()) {
            lines.add(name + " " + f.withName(null));
        }
        for (Index i : table.indexes()) {
            lines.add(name + " " + index(i));
        }
    }

    private static String index(Index i) {
        List<String> keys = i.keys().stream()
                .map(k -> k.column() + " " + key(k.expression()) + " " + k.opclass() + " " + k.collation() + " "
                        + k.descending() + k.nullsFirst())
                .toList();
        return "index " + i.method() + keys + i.include() + " where " + key(i.predicate()) + " unique " + i.unique()
                + i.nullsNotDistinct() + i.storage() + i.valid();
    }

    private static String column(Column c) {
        return c.name() + " " + c.type() + (c.nullable() ? "" : " not null") + " default " + key(c.defaultValue())
                + " identity " + (c.identity() == null ? null : c.identity().kind()) + " generated "
                + (c.generated() == null ? null : key(c.generated().expression()))
                + " collate " + c.collation() + " comment " + c.comment();
    }

    private static @Nullable String key(@Nullable Expression expression) {
        return expression == null ? null : expression.key();
    }
}
