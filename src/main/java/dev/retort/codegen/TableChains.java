package dev.retort.codegen;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterTable;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.TableChange;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Exclusion;
import dev.retort.schema.Identity;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import dev.retort.schema.Unique;
import java.util.Set;

/** New tables, and changes of tables and columns. */
final class TableChains {

    private TableChains() {}

    static Chain create(Table table) {
        Chain chain = Chain.of("op.createTable").text(table.name().display()).onePerLine();
        PrimaryKey key = table.primaryKey();
        Set<String> keyColumns = key == null ? Set.of() : Set.copyOf(key.columns());
        for (Column column : table.columns()) {
            chain.chain(ColumnChains.of(column, keyColumns.contains(column.name())));
        }
        if (key != null) {
            chain.chain(ConstraintChains.primaryKey(Chain.of("primaryKey"), key));
        }
        for (Unique unique : table.uniques()) {
            chain.chain(ConstraintChains.unique(Chain.of("unique"), unique));
        }
        for (Check check : table.checks()) {
            chain.chain(ConstraintChains.check(Chain.of("check"), check));
        }
        for (NotNull notNull : table.notNulls()) {
            chain.chain(ConstraintChains.notNull(Chain.of("notNull"), notNull));
        }
        for (Exclusion exclusion : table.exclusions()) {
            chain.chain(ConstraintChains.exclusion(Chain.of("exclude"), exclusion));
        }
        TableOptions options = table.options() == null ? TableOptions.NONE : table.options();
        if (options.unlogged()) {
            chain.then("unlogged");
        }
        options.storage().forEach((parameter, value) -> chain.then("with", parameter, value));
        if (!options.partitionKey().isEmpty()) {
            chain.then("partitionBy", options.partitionKey());
        }
        if (!options.inherits().isEmpty()) {
            chain.then("inherits")
                    .texts(options.inherits().stream().map(ObjectName::display).toList());
        }
        return table.comment() == null ? chain : chain.then("comment", table.comment());
    }

    static Chain alter(AlterTable operation) {
        Chain chain = Chain.of("op.alterTable").text(operation.table().display());
        for (TableChange change : operation.changes()) {
            if (change instanceof TableChange.SetStorage set) {
                chain.then("with");
                set.parameters()
                        .forEach((parameter, value) -> chain.text(parameter).text(value));
            } else if (change instanceof TableChange.ResetStorage reset) {
                chain.then("without").texts(reset.parameters());
            } else if (change instanceof TableChange.SetUnlogged set) {
                chain.then(set.unlogged() ? "unlogged" : "logged");
            } else if (change instanceof TableChange.Inherit inherit) {
                chain.then("inherit", inherit.parent().display());
            } else if (change instanceof TableChange.NoInherit inherit) {
                chain.then("noInherit", inherit.parent().display());
            }
        }
        return chain;
    }

    static Chain alter(AlterColumn operation) {
        Chain chain =
                Chain.of("op.alterColumn").text(operation.table().display()).text(operation.column());
        operation.changes().forEach(change -> change(chain, change));
        return chain;
    }

    private static void change(Chain chain, ColumnChange change) {
        if (change instanceof ColumnChange.SetType set) {
            chain.then("type", set.type().display());
            if (set.collation() != null) {
                chain.then("collate", set.collation());
            }
            if (set.using() != null) {
                chain.then("using", set.using());
            }
        } else if (change instanceof ColumnChange.SetDefault set) {
            chain.then("defaultTo", set.value().sql());
        } else if (change instanceof ColumnChange.SetExpression set) {
            chain.then("generated", set.expression().sql());
        } else if (change instanceof ColumnChange.AddIdentity add) {
            String word = add.identity().kind() == Identity.Kind.ALWAYS ? "identityAlways" : "identity";
            ColumnChains.identity(chain, add.identity(), SqlType.builtin("bigint"), word);
        } else if (change instanceof ColumnChange.AlterIdentity alter) {
            String kind = alter.kind() == null ? "" : alter.kind() == Identity.Kind.ALWAYS ? "Always" : "ByDefault";
            chain.then("changeIdentity" + kind);
            if (alter.kind() == null) {
                chain.chain(SequenceChains.say(Chain.of("sequence"), alter.options()));
            } else {
                ColumnChains.settings(chain, alter.options());
            }
        } else {
            chain.then(word(change));
        }
    }

    private static String word(ColumnChange change) {
        if (change instanceof ColumnChange.SetNotNull) {
            return "notNull";
        } else if (change instanceof ColumnChange.DropNotNull) {
            return "nullable";
        } else if (change instanceof ColumnChange.DropDefault) {
            return "noDefault";
        } else if (change instanceof ColumnChange.DropIdentity) {
            return "noIdentity";
        }
        return "notGenerated";
    }
}
