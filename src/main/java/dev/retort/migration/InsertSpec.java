package dev.retort.migration;

import dev.retort.RevisionException;
import dev.retort.operation.Execute;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** New rows of a table. */
public final class InsertSpec extends Said {

    private final ObjectName table;
    private final List<String> columns;
    private final List<String> rows = new ArrayList<>();
    private boolean ignoreConflicts;

    InsertSpec(ObjectName table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** One row: a value for each column, of the classes that {@link Operations#execute(String, java.util.Map)} takes. */
    public InsertSpec values(@Nullable Object... values) {
        open();
        if (values.length != columns.size()) {
            throw new RevisionException(
                    "A row for " + table.display() + " does not fit",
                    columns.size() + " columns are named and " + values.length + " values given.",
                    "Give one value for each of " + String.join(", ", columns) + ".");
        }
        rows.add(Arrays.stream(values)
                .map(value -> SqlLiteral.of(value).plain())
                .collect(Collectors.joining(", ", "(", ")")));
        return this;
    }

    /** Leaves rows out whose key exists already, so that it may run twice. */
    public InsertSpec onConflictDoNothing() {
        open();
        ignoreConflicts = true;
        return this;
    }

    Execute operation() {
        if (rows.isEmpty()) {
            throw new RevisionException(
                    "Nothing is inserted into " + table.display(),
                    "op.insert is not followed by .values(…).",
                    "Add one .values(…) for each row.");
        }
        String names = columns.stream().map(ReservedWords::quote).collect(Collectors.joining(", "));
        String into = ReservedWords.quote(table.namespace()) + "." + ReservedWords.quote(table.name());
        return new Execute("INSERT INTO " + into + " (" + names + ") VALUES" + (rows.size() == 1 ? " " : "\n    ")
                + String.join(",\n    ", rows) + (ignoreConflicts ? "\nON CONFLICT DO NOTHING" : ""));
    }
}
