package dev.retort.sql;

import dev.retort.operation.AlterTable;
import dev.retort.operation.RenameTable;
import dev.retort.operation.TableChange;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Spells tables. */
final class TableSql {

    private TableSql() {}

    /** The table, a line a column and a constraint; then what {@code CREATE TABLE} cannot say. */
    static List<Statement> create(Table table) {
        List<String> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean saidBelow = table.notNull(column.name()).isPresent();
            lines.add(ColumnSql.definition(saidBelow ? column.withNullable(true) : column));
        }
        List<Constraint> later = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Check check && check.enforced() && !check.validated()) {
                // CREATE TABLE takes NOT VALID and makes the check valid.
                later.add(check);
            } else if (constraint instanceof NotNull notNull && !notNull.validated()) {
                later.add(notNull);
            } else if (!(constraint instanceof ForeignKey)) {
                lines.add(ConstraintSql.definition(constraint));
            }
        }
        TableOptions options = table.options() == null ? TableOptions.NONE : table.options();
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of("CREATE " + (options.unlogged() ? "UNLOGGED " : "") + "TABLE "
                + SqlWriter.name(table.name()) + body(lines) + tail(options)));
        later.forEach(constraint -> statements.add(Statement.of(ConstraintSql.add(table.name(), constraint))));
        comments(table, statements);
        return statements;
    }

    private static String body(List<String> lines) {
        return lines.isEmpty()
                ? " ()"
                : lines.stream().map(line -> "    " + line).collect(Collectors.joining(",\n", " (\n", "\n)"));
    }

    private static String tail(TableOptions options) {
        return (options.inherits().isEmpty()
                        ? ""
                        : options.inherits().stream()
                                .map(SqlWriter::name)
                                .collect(Collectors.joining(", ", " INHERITS (", ")")))
                + (options.partitionKey().isEmpty() ? "" : " PARTITION BY " + SqlWriter.closed(options.partitionKey()))
                + (options.storage().isEmpty() ? "" : " WITH " + SqlWriter.storage(options.storage()));
    }

    private static void comments(Table table, List<Statement> statements) {
        if (table.comment() != null) {
            statements.add(CommentSql.set(CommentTarget.table(table.name()), table.comment()));
        }
        for (Column column : table.columns()) {
            if (column.comment() != null) {
                statements.add(CommentSql.set(CommentTarget.column(table.name(), column.name()), column.comment()));
            }
        }
    }

    /** Into its namespace first, then under its name. */
    static List<Statement> rename(RenameTable operation) {
        return Renaming.move("TABLE", operation.from(), operation.to());
    }

    static List<Statement> alter(AlterTable operation) {
        return operation.changes().stream()
                .map(change -> Statement.of("ALTER TABLE " + SqlWriter.name(operation.table()) + " " + words(change)))
                .toList();
    }

    private static String words(TableChange change) {
        if (change instanceof TableChange.SetStorage set) {
            return "SET " + SqlWriter.storage(set.parameters());
        } else if (change instanceof TableChange.ResetStorage reset) {
            return "RESET ("
                    + reset.parameters().stream().map(SqlWriter::storageName).collect(Collectors.joining(", ")) + ")";
        } else if (change instanceof TableChange.SetUnlogged set) {
            return set.unlogged() ? "SET UNLOGGED" : "SET LOGGED";
        } else if (change instanceof TableChange.Inherit inherit) {
            return "INHERIT " + SqlWriter.name(inherit.parent());
        } else if (change instanceof TableChange.NoInherit no) {
            return "NO INHERIT " + SqlWriter.name(no.parent());
        }
        throw new IllegalArgumentException("unknown change of a table: " + change);
    }

    /** {@code ALTER TABLE name} and what follows. */
    static Statement alter(ObjectName table, String action) {
        return Statement.of("ALTER TABLE " + SqlWriter.name(table) + " " + action);
    }
}
