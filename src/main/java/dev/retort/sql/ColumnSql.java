package dev.retort.sql;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.schema.Column;
import dev.retort.schema.Expression;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;

/** Spells columns and their changes. */
final class ColumnSql {

    private ColumnSql() {}

    /** A column as {@code CREATE TABLE} and {@code ADD COLUMN} take it. */
    static String definition(Column column) {
        StringBuilder sql = new StringBuilder(SqlWriter.identifier(column.name()))
                .append(' ')
                .append(SqlWriter.type(column.type()));
        if (column.collation() != null) {
            sql.append(" COLLATE ").append(SqlWriter.collation(column.collation()));
        }
        Expression value = column.defaultValue();
        if (value != null) {
            sql.append(" DEFAULT ").append(SqlWriter.defaultValue(value));
        }
        Generated generated = column.generated();
        if (generated != null) {
            sql.append(" GENERATED ALWAYS AS ")
                    .append(SqlWriter.parenthesised(generated.expression()))
                    .append(generated.virtual() ? " VIRTUAL" : " STORED");
        }
        Identity identity = column.identity();
        if (identity != null) {
            sql.append(' ').append(identity(identity));
        } else if (!column.nullable()) {
            // An identity column is NOT NULL by itself.
            sql.append(" NOT NULL");
        }
        return sql.toString();
    }

    private static String identity(Identity identity) {
        String options = SequenceSql.differentFromDefaults(identity.options(), false);
        return "GENERATED " + kind(identity.kind()) + " AS IDENTITY" + (options.isEmpty() ? "" : " (" + options + ")");
    }

    private static String kind(Identity.Kind kind) {
        return kind == Identity.Kind.ALWAYS ? "ALWAYS" : "BY DEFAULT";
    }

    static String alter(AlterColumn operation, ColumnChange change) {
        return "ALTER TABLE " + SqlWriter.name(operation.table()) + " ALTER COLUMN "
                + SqlWriter.identifier(operation.column()) + " " + words(change);
    }

    private static String words(ColumnChange change) {
        if (change instanceof ColumnChange.SetType set) {
            return "TYPE " + SqlWriter.type(set.type())
                    + (set.collation() == null ? "" : " COLLATE " + SqlWriter.collation(set.collation()))
                    + (set.using() == null ? "" : " USING " + SqlWriter.closed(set.using()));
        } else if (change instanceof ColumnChange.SetNotNull) {
            return "SET NOT NULL";
        } else if (change instanceof ColumnChange.DropNotNull) {
            return "DROP NOT NULL";
        } else if (change instanceof ColumnChange.SetDefault set) {
            return "SET DEFAULT " + SqlWriter.expression(set.value());
        } else if (change instanceof ColumnChange.DropDefault) {
            return "DROP DEFAULT";
        } else if (change instanceof ColumnChange.AddIdentity add) {
            return "ADD " + identity(add.identity());
        } else if (change instanceof ColumnChange.AlterIdentity alter) {
            return alterIdentity(alter);
        } else if (change instanceof ColumnChange.DropIdentity) {
            return "DROP IDENTITY";
        } else if (change instanceof ColumnChange.SetExpression set) {
            return "SET EXPRESSION AS " + SqlWriter.parenthesised(set.expression());
        } else if (change instanceof ColumnChange.DropExpression) {
            return "DROP EXPRESSION";
        }
        throw new IllegalArgumentException("unknown change of a column: " + change);
    }

    private static String alterIdentity(ColumnChange.AlterIdentity alter) {
        StringBuilder sql = new StringBuilder();
        if (alter.kind() != null) {
            sql.append("SET GENERATED ").append(kind(alter.kind()));
        }
        for (String option : SequenceSql.stated(alter.options(), false)) {
            sql.append(sql.isEmpty() ? "SET " : " SET ").append(option);
        }
        if (sql.isEmpty()) {
            throw new IllegalArgumentException("an identity changes, and nothing of it is stated");
        }
        return sql.toString();
    }
}
