package dev.retort.command.proof;

import dev.retort.database.Database;
import dev.retort.runtime.SqlRow;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.ColumnRef;
import dev.retort.sql.SqlWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Counts the rows and values of columns and sums them up, whatever the order of the rows. */
final class RowCensus {

    private static final int COLUMNS_AT_ONCE = 200;

    private RowCensus() {}

    /**
     * What a column holds.
     *
     * @param rows the rows of its table
     * @param values those that are not null
     * @param sum a checksum of the values' text
     */
    record Holding(long rows, long values, String sum) {}

    /** The holdings of columns. */
    static Map<ColumnRef, Holding> take(Database database, List<ColumnRef> columns) {
        Map<ColumnRef, Holding> holdings = new HashMap<>();
        try (SqlSession session = SqlSession.open(database)) {
            for (int from = 0; from < columns.size(); from += COLUMNS_AT_ONCE) {
                List<ColumnRef> part = columns.subList(from, Math.min(columns.size(), from + COLUMNS_AT_ONCE));
                StringJoiner union = new StringJoiner("\nUNION ALL ");
                for (int at = 0; at < part.size(); at++) {
                    union.add(query(at, part.get(at)));
                }
                for (SqlRow row : session.query(SqlTexts.asQuery(union.toString()))) {
                    holdings.put(
                            part.get((int) row.number("at")),
                            new Holding(row.number("n"), row.number("v"), row.string("s")));
                }
            }
        }
        return holdings;
    }

    private static String query(int at, ColumnRef column) {
        String name = SqlWriter.identifier(column.column());
        return "SELECT " + at + " AS at, count(*) AS n, count(t." + name
                + ") AS v, coalesce(sum(hashtextextended(t." + name + "::text, 0)), 0)::text AS s FROM "
                + SqlWriter.name(column.table()) + " AS t";
    }
}
