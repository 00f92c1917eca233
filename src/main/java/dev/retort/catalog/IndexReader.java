package dev.retort.catalog;

import dev.retort.schema.CommentTarget;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the indexes of tables and materialized views that no constraint owns. */
final class IndexReader implements KindReader {

    /** Bits of {@code pg_index.indoption}. */
    private static final int DESCENDING = 1;

    private static final int NULLS_FIRST = 2;

    @Override
    public String query() {
        return "indexes";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        while (rows.next()) {
            TableDraft table = reading.relation(rows.getLong("relation"));
            if (table == null) {
                continue;
            }
            ObjectName name = Rows.name(rows);
            reading.uniqueIndex(rows.getLong("oid"), name);
            int keys = rows.getInt("keys");
            long[] key = Rows.numbers(rows.getString("key"));
            String predicate = rows.getString("predicate");
            table.parts()
                    .index(new Index(
                            name.name(),
                            Rows.text(rows, "method"),
                            keys(rows, key, keys, table, reading),
                            Arrays.stream(key)
                                    .skip(keys)
                                    .mapToObj(number -> table.column((int) number))
                                    .toList(),
                            predicate == null ? null : table.expression(predicate),
                            rows.getBoolean("uniqueness"),
                            rows.getBoolean("nulls_not_distinct"),
                            Rows.storage(Rows.texts(rows, "storage")),
                            rows.getBoolean("valid")));
            reading.comment("pg_class", rows.getLong("oid"), new CommentTarget(CommentTarget.Kind.INDEX, name, ""));
        }
    }

    private static List<Index.Key> keys(ResultSet rows, long[] key, int count, TableDraft table, Reading reading)
            throws SQLException {
        long oid = rows.getLong("oid");
        long[] options = Rows.numbers(rows.getString("options"));
        long[] collations = Rows.numbers(rows.getString("collations"));
        long[] opclasses = Rows.numbers(rows.getString("opclasses"));
        List<String> expressions = Rows.texts(rows, "expressions");
        String definition = Rows.textOrEmpty(rows, "definition");
        List<Index.Key> keys = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            boolean expression = key[at] == 0;
            String text = expression ? expressions.get(at) : "";
            keys.add(new Index.Key(
                    expression ? null : table.column((int) key[at]),
                    expression ? table.expression(text) : null,
                    opclass(reading, opclasses[at], new Reading.Address("pg_class", oid, at + 1)),
                    expression
                            ? definition.contains(text + " COLLATE ")
                                    ? reading.collations().get(collations[at])
                                    : null
                            : reading.collation(collations[at], table.collation((int) key[at])),
                    (options[at] & DESCENDING) != 0,
                    (options[at] & NULLS_FIRST) != 0));
        }
        return keys;
    }

    private static @Nullable String opclass(Reading reading, long oid, Reading.Address key) {
        Opclass opclass = reading.opclasses().get(oid);
        if (opclass == null) {
            throw new IllegalStateException("operator class " + oid + " is not in the catalog's snapshot");
        }
        return opclass.stated(reading.opclassOptions().getOrDefault(key, List.of()));
    }
}
