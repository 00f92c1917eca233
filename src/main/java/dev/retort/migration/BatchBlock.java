package dev.retort.migration;

import dev.retort.operation.Execute;
import dev.retort.schema.ReservedWords;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The block of PL/pgSQL that changes rows in batches. Each batch notes in a table, in its own transaction, how far along the key it came; so a block that
 * was killed goes on where it stood when it runs again, and two that run at once take turns and change each row once.
 */
public final class BatchBlock {

    /** Where blocks note how far they are, in the schema that a run looks in first; gone once the rows are done. */
    public static final String TABLE = "retort_batch";

    /** The state of the notices that tell how far a block is, which no other notice has. */
    public static final String NOTICE = "RTB00";

    private static final String TAG = "$retort";

    private final String display;
    private final String table;
    private final String key;
    private final int rows;
    private final String change;
    private final String where;

    BatchBlock(String display, String table, String key, int rows, String change, String where) {
        this.display = display;
        this.table = table;
        this.key = ReservedWords.quote(key);
        this.rows = rows;
        this.change = change;
        this.where = where;
    }

    /** Whether a statement is such a block. */
    public static boolean is(String sql) {
        return sql.startsWith("DO " + TAG) && sql.contains(TABLE);
    }

    /** The statement that forgets how far a block came, once it is done. */
    static Execute forget() {
        String sql = "DROP TABLE IF EXISTS " + TABLE;
        return new Execute(sql, sql + " (where the batches noted how far they came)");
    }

    /** The block. The size of a batch may be another when it goes on. */
    String sql() {
        String id = "'"
                + UUID.nameUUIDFromBytes(
                        String.join("\u0000", table, key, change, where).getBytes(StandardCharsets.UTF_8))
                + "'";
        String name = SqlLiteral.of(display).plain();
        String type = table + "." + key + "%TYPE";
        String body = String.join(
                "\n",
                "",
                "#variable_conflict use_column",
                "DECLARE",
                "    retort_first " + type + ";",
                "    retort_last " + type + ";",
                "    retort_after text;",
                "    retort_size bigint;",
                "    retort_rows bigint;",
                "    retort_total bigint := 0;",
                "    retort_walked bigint;",
                "    retort_here bigint := 0;",
                "    retort_about bigint;",
                "    retort_left bigint;",
                "    retort_start timestamptz := clock_timestamp();",
                "BEGIN",
                "    CREATE TABLE IF NOT EXISTS " + TABLE
                        + " (batch text CONSTRAINT retort_batch_pkey PRIMARY KEY, after text, walked bigint NOT NULL);",
                "    INSERT INTO " + TABLE + " VALUES (" + id + ", NULL, 0) ON CONFLICT DO NOTHING;",
                "    COMMIT;",
                "    SELECT greatest(reltuples, 0) INTO retort_about FROM pg_catalog.pg_class WHERE oid = "
                        + SqlLiteral.of(table).plain() + "::regclass;",
                "    IF retort_about = 0 THEN",
                "        SELECT count(*) INTO retort_about FROM " + table + ";",
                "    END IF;",
                "    LOOP",
                "        SELECT after, walked INTO retort_after, retort_walked FROM " + TABLE + " WHERE batch = " + id
                        + " FOR UPDATE;",
                "        retort_last := retort_after;",
                "        IF retort_last IS NULL THEN",
                "            SELECT " + key + " INTO retort_first FROM " + table + " ORDER BY " + key + " LIMIT 1;",
                "        ELSE",
                "            SELECT " + key + " INTO retort_first FROM " + table + " WHERE " + key
                        + " > retort_last ORDER BY " + key + " LIMIT 1;",
                "        END IF;",
                "        EXIT WHEN retort_first IS NULL;",
                "        SELECT " + key + ", count(*) OVER () INTO retort_last, retort_size",
                "        FROM (SELECT " + key + " FROM " + table + " WHERE " + key + " >= retort_first ORDER BY " + key
                        + " LIMIT " + rows + ") AS retort_batch",
                "        ORDER BY " + key + " DESC LIMIT 1;",
                "        " + change + " WHERE " + key + " BETWEEN retort_first AND retort_last AND (" + where
                        + "\n        );",
                "        GET DIAGNOSTICS retort_rows = ROW_COUNT;",
                "        retort_total := retort_total + retort_rows;",
                "        retort_here := retort_here + retort_size;",
                "        retort_walked := retort_walked + retort_size;",
                "        UPDATE " + TABLE + " SET after = retort_last::text, walked = retort_walked WHERE batch = " + id
                        + ";",
                "        COMMIT;",
                "        retort_about := greatest(retort_about, retort_walked);",
                "        retort_left := extract(epoch FROM clock_timestamp() - retort_start)"
                        + " * (retort_about - retort_walked) / retort_here;",
                "        RAISE NOTICE '%: % of about % rows, % changed, about % left', " + name
                        + ", retort_walked, retort_about, retort_total,",
                "            CASE WHEN retort_left < 60 THEN retort_left || ' s'",
                "                WHEN retort_left < 3600 THEN retort_left / 60 || ' min ' || retort_left % 60 || ' s'",
                "                ELSE retort_left / 3600 || ' h ' || retort_left / 60 % 60 || ' min' END",
                "            USING ERRCODE = '" + NOTICE + "';",
                "    END LOOP;",
                "END",
                "");
        String tag = TAG + "$";
        for (int i = 1; body.contains(tag); i++) {
            tag = TAG + i + "$";
        }
        return "DO " + tag + body + tag;
    }
}
