package dev.retort.model;

import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Expression;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps a table with all that belongs to it. */
final class TableMapper {

    private final Reading reading;
    private final ColumnMapper columns;
    private final IndexMapper indexes;
    private final KeyMapper keys;
    private final CheckMapper checks;
    private final ForeignKeyMapper foreignKeys;

    TableMapper(Reading reading) {
        this.reading = reading;
        this.columns = new ColumnMapper(reading);
        this.indexes = new IndexMapper(reading);
        this.keys = new KeyMapper(reading, indexes);
        this.checks = new CheckMapper(reading);
        this.foreignKeys = new ForeignKeyMapper(reading);
    }

    /** Maps the table; the sequence of a {@code serial} column goes into the schema beside it. */
    Table map(org.hibernate.mapping.Table table, SchemaBuilder schema) {
        ObjectName name = reading.names().table(table);
        Map<String, Column> mapped = new LinkedHashMap<>();
        Definitions definitions = new Definitions();
        Set<String> primaryKey = primaryKey(table);
        for (org.hibernate.mapping.Column column : table.getColumns()) {
            String columnName = reading.names().column(column);
            ColumnMapper.Mapped one = columns.map(column, name, primaryKey.contains(columnName));
            mapped.put(columnName, one.column());
            one.definition().forEach(definition -> definitions.add(columnName, definition));
            if (one.sequence() != null) {
                schema.sequence(one.sequence());
            }
        }
        TableDeclarations declared = declared(table, name);
        definitions.add(declared);
        Set<String> names = mapped.keySet();
        Map<String, Column> ordered = ordered(name, mapped);
        Comparator<String> place = place(ordered.keySet());
        KeyMapper.Keys tableKeys = keys.map(table, name, names, definitions.uniques, definitions.primaryKey);
        List<Index> tableIndexes = new ArrayList<>(tableKeys.indexes());
        tableIndexes.addAll(indexes.map(table, name, names));
        List<Check> tableChecks = checks.map(table, name, place);
        tableChecks.addAll(definitions.checks);
        List<ForeignKey> tableForeignKeys = foreignKeys.map(table, name);
        tableForeignKeys.addAll(definitions.foreignKeys);
        // Hibernate collects a join table's keys from the far side on; a person would write them as the columns stand.
        tableForeignKeys.sort(Comparator.comparing(key -> key.columns().get(0), place));
        return Table.builder(name)
                .columns(ordered.values())
                .primaryKey(tableKeys.primaryKey())
                .uniques(tableKeys.uniques())
                .checks(tableChecks)
                .foreignKeys(tableForeignKeys)
                .exclusions(declared.exclusions())
                .indexes(tableIndexes)
                .comment(table.getComment())
                .options(options(table, name))
                .build();
    }

    private Set<String> primaryKey(org.hibernate.mapping.Table table) {
        Set<String> names = new LinkedHashSet<>();
        if (table.getPrimaryKey() != null) {
            table.getPrimaryKey()
                    .getColumns()
                    .forEach(c -> names.add(reading.names().column(c)));
        }
        return names;
    }

    /** First what the attributes claim in their order, then the rest as Hibernate has it. */
    private Map<String, Column> ordered(ObjectName table, Map<String, Column> mapped) {
        Map<String, Column> ordered = new LinkedHashMap<>();
        for (String column : reading.attributions().order(table)) {
            Column found = mapped.get(column);
            if (found != null) {
                ordered.put(column, found);
            }
        }
        mapped.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static Comparator<String> place(Set<String> columns) {
        Map<String, Integer> places = new HashMap<>();
        columns.forEach(column -> places.put(column, places.size()));
        return Comparator.comparing(column -> places.getOrDefault(column, Integer.MAX_VALUE));
    }

    private @Nullable TableOptions options(org.hibernate.mapping.Table table, ObjectName name) {
        String text = LineMembers.options(table);
        if (text == null || text.isBlank()) {
            return null;
        }
        TableClauses clauses = TableClauses.parse(text);
        clauses.unknown().forEach(part -> leftAside(part, name));
        return clauses.options();
    }

    private TableDeclarations declared(org.hibernate.mapping.Table table, ObjectName name) {
        String text = LineMembers.extraDeclarations(table);
        TableDeclarations declared = TableDeclarations.parse(text == null ? "" : text);
        declared.unknown().forEach(part -> leftAside(part, name));
        return declared;
    }

    private void leftAside(String part, ObjectName name) {
        reading.note(
                "table-options",
                name.display(),
                "Table " + name.display() + " of " + reading.attributions().originOf(name) + " states '" + part
                        + "', which is left aside.",
                LeftAside.cure("TABLE", name, TableClauses.alteration(part)));
    }

    /** What column definitions and declarations say that belongs to the table. */
    private final class Definitions {

        private final List<Unique> uniques = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();
        private final List<ForeignKey> foreignKeys = new ArrayList<>();
        private @Nullable PrimaryKey primaryKey;

        void add(String column, ColumnDefinition definition) {
            if (definition.unique()) {
                uniques.add(Unique.of(null, List.of(column)));
            }
            if (definition.primaryKey()) {
                primaryKey = PrimaryKey.of(null, List.of(column));
            }
            for (ColumnDefinition.NamedCheck check : definition.checks()) {
                String checkName = check.name() == null ? null : SqlNames.unquote(check.name());
                checks.add(new Check(checkName, Expression.of(check.expression()), false, true));
            }
            ForeignKeyClauses references = definition.references();
            if (references != null) {
                foreignKeys.add(TableMapper.this.foreignKeys.ofDefinition(
                        null, List.of(column), references, targetKey(references)));
            }
        }

        void add(TableDeclarations declared) {
            uniques.addAll(declared.uniques());
            checks.addAll(declared.checks());
            primaryKey = declared.primaryKey() == null ? primaryKey : declared.primaryKey();
            declared.foreignKeys()
                    .forEach(key -> foreignKeys.add(TableMapper.this.foreignKeys.ofDefinition(
                            key.name(),
                            key.clauses().columns().stream()
                                    .map(SqlNames::unquote)
                                    .toList(),
                            key.clauses(),
                            targetKey(key.clauses()))));
        }

        /** The primary key of the table that a definition refers to, which it may leave out. */
        private List<String> targetKey(ForeignKeyClauses references) {
            ObjectName target = SqlNames.of(references.target()).object();
            return reading.model().metadata().collectTableMappings().stream()
                    .filter(t -> t.getPrimaryKey() != null
                            && reading.names().table(t).equals(target))
                    .findFirst()
                    .map(t -> List.copyOf(primaryKey(t)))
                    .orElse(List.of());
        }
    }
}
