package dev.retort.migration;

import dev.retort.RevisionException;
import dev.retort.operation.Execute;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
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

    /** One block that walks along the key's index; it commits, so it stands outside a transaction. */
    Execute operation() {
        if (change == null) {
            throw new RevisionException(
                    "The batches of " + table.display() + " change nothing",
                    "op.inBatches is followed by neither .set(…) nor .delete().",
                    "Add one of them.");
        }
        String column = ReservedWords.quote(key);
        String type = name() + "." + column + "%TYPE";
        String from = " FROM " + name() + " WHERE " + column;
        String body = String.join(
                "\n",
                "",
                "#variable_conflict use_column",
                "DECLARE",
                "    retort_first " + type + ";",
                "    retort_last " + type + ";",
                "    retort_rows bigint;",
                "    retort_total bigint := 0;",
                "BEGIN",
                "    SELECT " + column + " INTO retort_first FROM " + name() + " ORDER BY " + column + " LIMIT 1;",
                "    WHILE retort_first IS NOT NULL LOOP",
                "        SELECT " + column + " INTO retort_last",
                "        FROM (SELECT " + column + from + " >= retort_first ORDER BY " + column + " LIMIT " + rows
                        + ") AS retort_batch",
                "        ORDER BY " + column + " DESC LIMIT 1;",
                "        " + change + " WHERE " + column + " BETWEEN retort_first AND retort_last AND (" + where
                        + "\n        );",
                "        GET DIAGNOSTICS retort_rows = ROW_COUNT;",
                "        retort_total := retort_total + retort_rows;",
                "        COMMIT;",
                "        RAISE NOTICE '%: % rows', "
                        + SqlLiteral.of(table.display()).plain() + ", retort_total;",
                "        SELECT " + column + " INTO retort_first" + from + " > retort_last ORDER BY " + column
                        + " LIMIT 1;",
                "    END LOOP;",
                "END",
                "");
        String tag = "$retort$";
        for (int i = 1; body.contains(tag); i++) {
            tag = "$retort" + i + "$";
        }
        return new Execute("DO " + tag + body + tag);
    }

    private String name() {
        return ReservedWords.quote(table.namespace()) + "." + ReservedWords.quote(table.name());
    }
}
