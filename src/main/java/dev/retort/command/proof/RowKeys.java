package dev.retort.command.proof;

import dev.retort.schema.Index;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns in which rows of a table have to differ. */
final class RowKeys {

    private RowKeys() {}

    /** Its primary key, unique constraints and unique indexes; of an expression the columns that it reads. */
    static List<Set<String>> of(Table table) {
        List<Set<String>> keys = new ArrayList<>();
        if (table.primaryKey() != null) {
            keys.add(new LinkedHashSet<>(table.primaryKey().columns()));
        }
        table.uniques().forEach(unique -> keys.add(new LinkedHashSet<>(unique.columns())));
        for (Index index : table.indexes()) {
            if (index.unique()) {
                Set<String> columns = new LinkedHashSet<>();
                for (Index.Key key : index.keys()) {
                    if (key.column() != null) {
                        columns.add(key.column());
                    } else if (key.expression() != null) {
                        columns.addAll(CheckHints.names(key.expression().sql()));
                    }
                }
                keys.add(columns(table, columns));
            }
        }
        return keys;
    }

    /** The names that are columns of the table. */
    static Set<String> columns(Table table, Set<String> names) {
        Set<String> columns = new LinkedHashSet<>(names);
        columns.retainAll(table.columnsByName().keySet());
        return columns;
    }
}
