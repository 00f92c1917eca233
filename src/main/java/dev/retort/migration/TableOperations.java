package dev.retort.migration;

import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.DropTable;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.ObjectName;
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
        TableSpec spec = new TableSpec(ObjectName.parse(name), List.of(elements));
        return say(spec, spec::operation);
    }

    /** Drops a table with all that is in it. */
    public void dropTable(String name) {
        say(new DropTable(ObjectName.parse(name)));
    }

    /** Renames a table, or moves it to another PostgreSQL schema, or both. */
    public void renameTable(String from, String to) {
        say(new RenameTable(ObjectName.parse(from), ObjectName.parse(to)));
    }

    /** Changes what a table is beyond its columns. */
    public AlterTableSpec alterTable(String name) {
        AlterTableSpec spec = new AlterTableSpec(ObjectName.parse(name));
        return say(spec, spec::operation);
    }

    /** Adds a column. */
    public void addColumn(String table, ColumnSpec column) {
        say(new AddColumn(ObjectName.parse(table), column.column(false)));
    }

    /** Drops a column with its values. */
    public void dropColumn(String table, String column) {
        say(new DropColumn(ObjectName.parse(table), column));
    }

    /** Renames a column. */
    public void renameColumn(String table, String from, String to) {
        say(new RenameColumn(ObjectName.parse(table), from, to));
    }

    /** Changes a column in place. */
    public AlterColumnSpec alterColumn(String table, String column) {
        AlterColumnSpec spec = new AlterColumnSpec(ObjectName.parse(table), column);
        return say(spec, spec::operation);
    }
}
