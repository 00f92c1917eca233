package dev.retort.codegen;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceEnum;
import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import dev.retort.schema.View;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an operation says to PostgreSQL, without what its record holds beyond: unstated defaults, dependencies, parts that are ignored. */
public final class Normal {

    private static final SqlType BIGINT = SqlType.builtin("bigint");

    private Normal() {}

    public static List<Operation> of(List<Operation> operations) {
        return operations.stream().map(Normal::of).toList();
    }

    static Operation of(Operation operation) {
        if (operation instanceof CreateTable create) {
            return new CreateTable(table(create.table()));
        } else if (operation instanceof AddColumn add) {
            return new AddColumn(add.table(), column(add.column()));
        } else if (operation instanceof AlterColumn alter) {
            return new AlterColumn(
                    alter.table(),
                    alter.column(),
                    alter.changes().stream().map(Normal::change).toList());
        } else if (operation instanceof CreateSequence create) {
            return new CreateSequence(create.sequence(), create.options().withDefaults(BIGINT), create.unlogged());
        } else if (operation instanceof CreateView create) {
            View view = create.view();
            return new CreateView(
                    new View(view.name(), view.query(), view.materialized(), new TreeSet<>(), new TreeSet<>()));
        } else if (operation instanceof ReplaceEnum replace) {
            return new ReplaceEnum(replace.type(), replace.uses(), new TreeMap<>(replace.mapping()));
        } else if (operation instanceof CreateIndex create) {
            Index i = create.index();
            Index valid = new Index(
                    i.name(),
                    i.method(),
                    i.keys(),
                    i.include(),
                    i.predicate(),
                    i.unique(),
                    i.nullsNotDistinct(),
                    i.storage(),
                    true);
            return new CreateIndex(create.table(), valid, create.concurrently());
        }
        return operation;
    }

    private static Table table(Table table) {
        return table.toBuilder()
                .columns(table.columns().stream().map(Normal::column).toList())
                .foreignKeys(List.of())
                .indexes(List.of())
                .options(table.options() == null ? TableOptions.NONE : table.options())
                .build();
    }

    private static Column column(Column column) {
        Identity identity = column.identity();
        return identity == null
                ? column
                : column.withIdentity(
                        new Identity(identity.kind(), identity.options().withDefaults(column.type())));
    }

    private static ColumnChange change(ColumnChange change) {
        if (change instanceof ColumnChange.AddIdentity add) {
            Identity identity = add.identity();
            return new ColumnChange.AddIdentity(
                    new Identity(identity.kind(), identity.options().withDefaults(BIGINT)));
        }
        return change;
    }
}
