package dev.retort.model;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.ForeignKey.Action;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Maps foreign keys: those that Hibernate would create, between tables that are none of them views. */
final class ForeignKeyMapper {

    private final Reading reading;

    ForeignKeyMapper(Reading reading) {
        this.reading = reading;
    }

    List<ForeignKey> map(Table table, ObjectName name) {
        List<ForeignKey> keys = new ArrayList<>();
        for (org.hibernate.mapping.ForeignKey key : LineMembers.foreignKeys(table)) {
            if (key.isCreationEnabled()
                    && key.isPhysicalConstraint()
                    && !key.getReferencedTable().isView()) {
                keys.add(map(key, name));
            }
        }
        return keys;
    }

    private ForeignKey map(org.hibernate.mapping.ForeignKey key, ObjectName table) {
        String definition = key.getKeyDefinition();
        ForeignKeyClauses clauses = definition == null
                ? ForeignKeyClauses.options(options(key))
                : ForeignKeyClauses.definition(definition).with(options(key));
        if (!clauses.unknown().isEmpty()) {
            reading.note(
                    "foreign-key-definition",
                    table.display(),
                    "The foreign key of " + reading.attributions().originOf(table) + " to "
                            + reading.names().table(key.getReferencedTable()).display() + " says '"
                            + String.join(" ", clauses.unknown()) + "', which is left aside.",
                    LeftAside.cure("TABLE", table, "…"));
        }
        return key(
                GeneratedNames.stated(key.getName(), reading.names()),
                clauses,
                columns(key, clauses),
                target(key, clauses),
                targetColumns(key, clauses),
                action(key.getOnDeleteAction()));
    }

    /** A key that a column's definition states. */
    ForeignKey ofDefinition(
            @Nullable String name, List<String> columns, ForeignKeyClauses clauses, List<String> targetKey) {
        List<String> stated =
                clauses.targetColumns().stream().map(SqlNames::unquote).toList();
        return key(
                name,
                clauses,
                columns,
                SqlNames.of(clauses.target()).object(),
                stated.isEmpty() ? targetKey : stated,
                null);
    }

    private static ForeignKey key(
            @Nullable String name,
            ForeignKeyClauses clauses,
            List<String> columns,
            ObjectName target,
            List<String> targetColumns,
            @Nullable Action mapped) {
        Action onDelete = clauses.onDelete() != null ? clauses.onDelete() : mapped;
        Action onUpdate = clauses.onUpdate();
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                onDelete == null ? Action.NO_ACTION : onDelete,
                onUpdate == null ? Action.NO_ACTION : onUpdate,
                clauses.setColumns().stream().map(SqlNames::unquote).toList(),
                clauses.matchFull(),
                clauses.deferrability(),
                clauses.validated());
    }

    private static String options(org.hibernate.mapping.ForeignKey key) {
        String options = LineMembers.options(key);
        return options == null ? "" : options;
    }

    private List<String> columns(org.hibernate.mapping.ForeignKey key, ForeignKeyClauses clauses) {
        return clauses.columns().isEmpty()
                ? names(key.getColumns())
                : clauses.columns().stream().map(SqlNames::unquote).toList();
    }

    private ObjectName target(org.hibernate.mapping.ForeignKey key, ForeignKeyClauses clauses) {
        return clauses.target().isEmpty()
                ? reading.names().table(key.getReferencedTable())
                : SqlNames.of(clauses.target()).object();
    }

    private List<String> targetColumns(org.hibernate.mapping.ForeignKey key, ForeignKeyClauses clauses) {
        if (!clauses.targetColumns().isEmpty()) {
            return clauses.targetColumns().stream().map(SqlNames::unquote).toList();
        }
        return names(
                key.isReferenceToPrimaryKey()
                        ? key.getReferencedTable().getPrimaryKey().getColumns()
                        : key.getReferencedColumns());
    }

    private List<String> names(List<Column> columns) {
        return columns.stream().map(reading.names()::column).toList();
    }

    private static @Nullable Action action(@Nullable OnDeleteAction action) {
        return action == null
                ? null
                : switch (action) {
                    case NO_ACTION -> Action.NO_ACTION;
                    case CASCADE -> Action.CASCADE;
                    case SET_NULL -> Action.SET_NULL;
                    case SET_DEFAULT -> Action.SET_DEFAULT;
                    case RESTRICT -> Action.RESTRICT;
                };
    }
}
