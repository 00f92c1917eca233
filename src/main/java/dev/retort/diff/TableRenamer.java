package dev.retort.diff;

import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Exclusion;
import dev.retort.schema.Expression;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import dev.retort.schema.Unique;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A table under new names. */
final class TableRenamer {

    private final NameMap names;
    private final RenamedText text;
    private final UnaryOperator<SqlType> type;

    TableRenamer(NameMap names, RenamedText text, UnaryOperator<SqlType> type) {
        this.names = names;
        this.text = text;
        this.type = type;
    }

    Table rename(Table table) {
        ObjectName name = table.name();
        Map<String, String> columns = names.columns.getOrDefault(name, Map.of());
        Map<String, String> constraints = names.constraints.getOrDefault(name, Map.of());
        Map<String, String> indexes = names.indexes.getOrDefault(name, Map.of());
        PrimaryKey key = table.primaryKey();
        return new Table(
                names.table(name),
                table.columns().stream().map(c -> column(c, columns)).toList(),
                key == null
                        ? null
                        : key.withName(name(key.name(), constraints))
                                .withColumns(all(key.columns(), columns))
                                .withInclude(all(key.include(), columns)),
                table.uniques().stream()
                        .map(u -> unique(u, columns, constraints))
                        .toList(),
                table.checks().stream()
                        .map(c -> c.withName(name(c.name(), constraints))
                                .withExpression(text.expression(c.expression(), columns)))
                        .map(Check.class::cast)
                        .toList(),
                table.notNulls().stream()
                        .map(n -> n.withName(name(n.name(), constraints))
                                .withColumn(columns.getOrDefault(n.column(), n.column())))
                        .toList(),
                table.foreignKeys().stream()
                        .map(k -> foreignKey(k, columns, constraints))
                        .toList(),
                table.exclusions().stream()
                        .map(e -> new Exclusion(name(e.name(), constraints), text.text(e.definition(), columns)))
                        .toList(),
                table.indexes().stream().map(i -> index(i, columns, indexes)).toList(),
                table.comment(),
                options(table.options(), columns));
    }

    private Column column(Column column, Map<String, String> columns) {
        Expression value = column.defaultValue();
        Generated generated = column.generated();
        return column.withName(columns.getOrDefault(column.name(), column.name()))
                .withType(type.apply(column.type()))
                .withDefault(value == null ? null : text.expression(value, columns, column.type()))
                .withGenerated(
                        generated == null
                                ? null
                                : new Generated(text.expression(generated.expression(), columns), generated.stored()));
    }

    private static Unique unique(Unique unique, Map<String, String> columns, Map<String, String> constraints) {
        return unique.withName(name(unique.name(), constraints))
                .withColumns(all(unique.columns(), columns))
                .withInclude(all(unique.include(), columns));
    }

    private ForeignKey foreignKey(ForeignKey key, Map<String, String> columns, Map<String, String> constraints) {
        Map<String, String> targets = names.columns.getOrDefault(key.target(), Map.of());
        return key.withName(name(key.name(), constraints))
                .withColumns(all(key.columns(), columns))
                .withTarget(names.table(key.target()), all(key.targetColumns(), targets))
                .withSetColumns(all(key.setColumns(), columns));
    }

    Index index(Index index, Map<String, String> columns, Map<String, String> indexes) {
        Expression predicate = index.predicate();
        return index.withName(name(index.name(), indexes))
                .withKeys(index.keys().stream().map(k -> key(k, columns)).toList())
                .withInclude(all(index.include(), columns))
                .withPredicate(predicate == null ? null : text.expression(predicate, columns));
    }

    private Index.Key key(Index.Key key, Map<String, String> columns) {
        Expression expression = key.expression();
        String column = key.column();
        if (expression != null) {
            return key.withExpression(text.expression(expression, columns));
        }
        return column == null ? key : key.withColumn(columns.getOrDefault(column, column));
    }

    private @Nullable TableOptions options(@Nullable TableOptions options, Map<String, String> columns) {
        return options == null
                ? null
                : new TableOptions(
                        options.unlogged(),
                        options.storage(),
                        text.text(options.partitionKey(), columns),
                        options.inherits().stream().map(names::table).toList());
    }

    private static List<String> all(List<String> columns, Map<String, String> renamed) {
        return renamed.isEmpty()
                ? columns
                : columns.stream().map(c -> renamed.getOrDefault(c, c)).toList();
    }

    private static @Nullable String name(@Nullable String name, Map<String, String> renamed) {
        return name == null ? null : renamed.getOrDefault(name, name);
    }
}
