package dev.retort.migration;

import dev.retort.operation.CreateTable;
import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TableOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A new table. */
public final class TableSpec extends Said {

    private final ObjectName name;
    private final List<TableElement> elements;
    private @Nullable String comment;
    private boolean unlogged;
    private final SortedMap<String, String> storage = new TreeMap<>();
    private String partitionKey = "";
    private final List<ObjectName> parents = new ArrayList<>();

    TableSpec(ObjectName name, List<TableElement> elements) {
        this.name = name;
        this.elements = elements;
    }

    /** The comment. */
    public TableSpec comment(String text) {
        open();
        comment = text;
        return this;
    }

    /** Is not written to the log: faster, and empty after a crash. */
    public TableSpec unlogged() {
        open();
        unlogged = true;
        return this;
    }

    /** A storage parameter, such as {@code with("fillfactor", "70")}. */
    public TableSpec with(String parameter, String value) {
        open();
        storage.put(parameter, value);
        return this;
    }

    /** Is partitioned; what follows {@code PARTITION BY}, such as {@code RANGE (at)}. */
    public TableSpec partitionBy(String key) {
        open();
        partitionKey = key;
        return this;
    }

    /** Inherits from tables. */
    public TableSpec inherits(String... tables) {
        open();
        for (String table : tables) {
            parents.add(Spelling.name(table));
        }
        return this;
    }

    CreateTable operation() {
        TableBuilder table = Table.builder(name)
                .comment(comment)
                .options(new TableOptions(unlogged, storage, partitionKey, parents));
        Set<String> keyColumns = keyColumns();
        for (TableElement element : elements) {
            if (element instanceof ColumnSpec spec) {
                Column column = spec.column(keyColumns.contains(spec.name()));
                table.column(column);
            } else if (element instanceof PrimaryKeySpec spec) {
                table.constraint(spec.key());
            } else if (element instanceof UniqueSpec spec) {
                table.constraint(spec.unique());
            } else if (element instanceof CheckSpec spec) {
                table.constraint(spec.check());
            } else if (element instanceof NotNullSpec spec) {
                table.constraint(spec.notNull());
            } else if (element instanceof ExclusionSpec spec) {
                table.constraint(spec.exclusion());
            }
        }
        return new CreateTable(table.build());
    }

    private Set<String> keyColumns() {
        Set<String> columns = new HashSet<>();
        for (TableElement element : elements) {
            if (element instanceof PrimaryKeySpec spec) {
                PrimaryKey key = spec.key();
                columns.addAll(key.columns());
            }
        }
        return columns;
    }
}
