package dev.retort.migration;

import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.DropTable;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import java.util.List;

/** PostgreSQL schemas, tables and columns. */
abstract class TableOperations extends Saying {

    TableOperations(Sink sink) {
        super(sink);
    }

    /** Creates a PostgreSQL schema. */
    public void createSchema(String name) {
        say(new CreateNamespace(name));
    }

    /** Drops an empty PostgreSQL schema. */
    public void dropSchema(String name) {
        say(new DropNamespace(name));
    }

    /** Creates a table; its foreign keys and indexes are operations of their own. */
    public TableSpec createTable(String name, TableElement... elements) {
        TableSpec spec = new TableSpec(Spelling.name(name), List.of(elements));
        return say(spec, spec::operation);
    }

    /** Drops a table with all that is in it. */
    public void dropTable(String name) {
        say(new DropTable(Spelling.name(name)));
    }

    /** Renames a table, or moves it to another PostgreSQL schema, or both. */
    public void renameTable(String from, String to) {
        say(new RenameTable(Spelling.name(from), Spelling.name(to)));
    }

    /** Changes what a table is beyond its columns. */
    public AlterTableSpec alterTable(String name) {
        AlterTableSpec spec = new AlterTableSpec(Spelling.name(name));
        return say(spec, spec::operation);
    }

    /** Adds a column. */
    public void addColumn(String table, ColumnSpec column) {
        say(new AddColumn(Spelling.name(table), column.column(false)));
    }

    /** Drops a column with its values. */
    public void dropColumn(String table, String column) {
        say(new DropColumn(Spelling.name(table), column));
    }

    /** Renames a column. */
    public void renameColumn(String table, String from, String to) {
        say(new RenameColumn(Spelling.name(table), from, to));
    }

    /** Changes a column in place. */
    public AlterColumnSpec alterColumn(String table, String column) {
        AlterColumnSpec spec = new AlterColumnSpec(Spelling.name(table), column);
        return say(spec, spec::operation);
    }
}
