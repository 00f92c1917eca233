package dev.retort.catalog;

import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TableOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** A table while it is read. */
final class TableDraft {

    private final ObjectName name;
    private final boolean unlogged;
    private final SortedMap<String, String> storage;
    private final String partitionKey;
    private final TableBuilder parts;
    private final List<ObjectName> parents = new ArrayList<>();
    private final Map<Integer, String> columns = new HashMap<>();
    private final Map<Integer, Long> collations = new HashMap<>();
    private final Map<String, SqlType> types = new HashMap<>();

    TableDraft(ObjectName name, boolean unlogged, SortedMap<String, String> storage, String partitionKey) {
        this.name = name;
        this.unlogged = unlogged;
        this.storage = storage;
        this.partitionKey = partitionKey;
        this.parts = Table.builder(name);
    }

    ObjectName name() {
        return name;
    }

    TableBuilder parts() {
        return parts;
    }

    void inherit(ObjectName parent) {
        parents.add(parent);
    }

    /** Notes a column, inherited ones too, for whatever names it by number. */
    void column(int number, String column, SqlType type, long collation) {
        columns.put(number, column);
        types.put(column, type);
        collations.put(number, collation);
    }

    String column(int number) {
        String column = columns.get(number);
        if (column == null) {
            throw new IllegalStateException("column " + number + " of " + name + " is not in the catalog's snapshot");
        }
        return column;
    }

    /** The collation's oid; 0 for a type without. */
    long collation(int number) {
        return collations.getOrDefault(number, 0L);
    }

    /** An expression over the columns. */
    Expression expression(String printed) {
        return Expression.printed(printed, types::get);
    }

    /** The names of columns given by numbers between blanks, as vectors are printed. */
    List<String> columns(String numbers) {
        return numbers.isEmpty()
                ? List.of()
                : Arrays.stream(numbers.split(" "))
                        .map(number -> column(Integer.parseInt(number)))
                        .toList();
    }

    Table finish() {
        return parts.options(new TableOptions(unlogged, storage, partitionKey, parents))
                .build();
    }
}
