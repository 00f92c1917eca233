package dev.retort.command.proof;

import dev.retort.database.Database;
import dev.retort.runtime.SqlRow;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Schema;
import dev.retort.sql.SqlWriter;
import java.util.ArrayList;
import java.util.Collection;
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

    /**
     * A column, or an attribute of a composite within it.
     *
     * @param path empty for the column
     */
    record Place(ColumnRef column, List<String> path) {

        Place {
            path = List.copyOf(path);
        }

        String display() {
            return path.isEmpty() ? column.display() : column.display() + "." + String.join(".", path);
        }
    }

    /** The holdings of columns, and of the attributes within them. */
    static Map<Place, Holding> take(Database database, Schema schema, Collection<ColumnRef> columns) {
        List<Place> places = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (ColumnRef ref : columns) {
            places.add(new Place(ref, List.of()));
            values.add("t." + SqlWriter.identifier(ref.column()));
            schema.table(ref.table())
                    .flatMap(table -> table.column(ref.column()))
                    .ifPresent(column -> {
                        for (CompositeParts.Part part : CompositeParts.of(column, schema)) {
                            places.add(new Place(ref, part.path()));
                            values.add(part.sql());
                        }
                    });
        }
        return take(database, places, values);
    }

    private static Map<Place, Holding> take(Database database, List<Place> places, List<String> values) {
        Map<Place, Holding> holdings = new HashMap<>();
        try (SqlSession session = SqlSession.open(database)) {
            for (int from = 0; from < places.size(); from += COLUMNS_AT_ONCE) {
                List<Place> part = places.subList(from, Math.min(places.size(), from + COLUMNS_AT_ONCE));
                StringJoiner union = new StringJoiner("\nUNION ALL ");
                for (int at = 0; at < part.size(); at++) {
                    union.add(query(at, part.get(at), values.get(from + at)));
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

    private static String query(int at, Place place, String value) {
        return "SELECT " + at + " AS at, count(*) AS n, count(" + value + ") AS v, coalesce(sum(hashtextextended(("
                + value
                + ")::text, 0)), 0)::text AS s FROM "
                + SqlWriter.name(place.column().table()) + " AS t";
    }
}
