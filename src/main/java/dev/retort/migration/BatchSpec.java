package dev.retort.migration;

import dev.retort.RevisionException;
import dev.retort.operation.Execute;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of many rows, a batch at a time; {@code set} or {@code delete} has to follow. */
public final class BatchSpec extends Said {

    private final ObjectName table;
    private final String key;
    private final int rows;
    private @Nullable String change;
    private String where = "true";

    BatchSpec(ObjectName table, String key, int rows) {
        this.table = table;
        this.key = key;
        this.rows = rows;
        if (rows < 1) {
            throw new RevisionException(
                    "Batches of " + table.display() + " hold no row",
                    "Their size is " + rows + ".",
                    "Give at least 1.");
        }
    }

    /** Updates the rows; what follows {@code SET}, as SQL. */
    public BatchSpec set(String sql) {
        open();
        change = "UPDATE " + name() + " SET " + sql + "\n       ";
        return this;
    }

    /** Updates the rows; what follows {@code SET}, as SQL with parameters as in {@link Operations#execute(String, Map)}. */
    public BatchSpec set(String sql, Map<String, ? extends @Nullable Object> parameters) {
        return set(BoundSql.of(sql, parameters).literal());
    }

    /** Deletes the rows. */
    public BatchSpec delete() {
        open();
        change = "DELETE FROM " + name();
        return this;
    }

    /** The rows that are changed, as SQL; all where nothing is said. */
    public BatchSpec where(String sql) {
        open();
        where = sql;
        return this;
    }

    /** The rows that are changed, as SQL with parameters as in {@link Operations#execute(String, Map)}. */
    public BatchSpec where(String sql, Map<String, ? extends @Nullable Object> parameters) {
        return where(BoundSql.of(sql, parameters).literal());
    }

    /** One block that walks along the key's index; it commits, so it stands outside a transaction. */
    Execute operation() {
        String wanted = change;
        if (wanted == null) {
            throw new RevisionException(
                    "The batches of " + table.display() + " change nothing",
                    "op.inBatches is followed by neither .set(…) nor .delete().",
                    "Add one of them.");
        }
        String shown = wanted.strip() + (where.equals("true") ? "" : " WHERE " + where);
        return new Execute(
                new BatchBlock(table.display(), name(), key, rows, wanted, where).sql(),
                Execute.beginning(shown.replaceAll("\\s+", " "), 120) + " (in batches of "
                        + String.format(Locale.ROOT, "%,d", rows) + " along " + key + ")");
    }

    private String name() {
        // As in all other operations a name of public stands alone, so that a run finds it where it looks first; but
        // pg_catalog is
        // looked at before that.
        boolean found = table.namespace().equals(ObjectName.DEFAULT_NAMESPACE)
                && !table.name().startsWith("pg_");
        return (found ? "" : ReservedWords.quote(table.namespace()) + ".") + ReservedWords.quote(table.name());
    }
}
