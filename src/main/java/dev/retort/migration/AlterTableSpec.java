package dev.retort.migration;

import dev.retort.RevisionException;
import dev.retort.operation.AlterTable;
import dev.retort.operation.TableChange;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Changes of a table beyond its columns, in order. */
public final class AlterTableSpec extends Said {

    private final ObjectName table;
    private final List<TableChange> changes = new ArrayList<>();

    AlterTableSpec(ObjectName table) {
        this.table = table;
    }

    /**
     * Sets storage parameters.
     *
     * @param more further parameters and values, in turn
     */
    public AlterTableSpec with(String parameter, String value, String... more) {
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put(parameter, value);
        if (more.length % 2 != 0) {
            throw new RevisionException(
                    "The storage parameters of " + table.display() + " do not pair",
                    more[more.length - 1] + " has no value.",
                    "Write each parameter followed by its value.");
        }
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return change(new TableChange.SetStorage(parameters));
    }

    /** Takes storage parameters back. */
    public AlterTableSpec without(String... parameters) {
        return change(new TableChange.ResetStorage(List.of(parameters)));
    }

    /** Is no longer written to the log; rewrites the table. */
    public AlterTableSpec unlogged() {
        return change(new TableChange.SetUnlogged(true));
    }

    /** Is written to the log again; rewrites the table. */
    public AlterTableSpec logged() {
        return change(new TableChange.SetUnlogged(false));
    }

    /** Inherits from a table. */
    public AlterTableSpec inherit(String parent) {
        return change(new TableChange.Inherit(Spelling.name(parent)));
    }

    /** Inherits from a table no longer. */
    public AlterTableSpec noInherit(String parent) {
        return change(new TableChange.NoInherit(Spelling.name(parent)));
    }

    private AlterTableSpec change(TableChange change) {
        open();
        changes.add(change);
        return this;
    }

    AlterTable operation() {
        return new AlterTable(table, NoChange.refused(changes, "alterTable", table.display()));
    }
}
