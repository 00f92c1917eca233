package dev.retort.command.run;

import dev.retort.DatabaseException;
import dev.retort.command.run.Losses.Place;
import dev.retort.database.Database;
import dev.retort.runtime.SqlRow;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.ObjectName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts the rows of tables and the values of columns: one query to see what is there, one that counts what is small enough to be counted. */
final class LossCount {

    /** From so many rows on, the server's own estimate is told: nobody waits for a count of millions to answer a question. */
    private static final long LARGE = 1_000_000;

    /** Of the tables that are empty so many are named; the plan beside says of each that it goes. */
    private static final int SHOWN = 10;

    private static final String LIMITS =
            "SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = '5s'; SET LOCAL lock_timeout = '1s'";

    private LossCount() {}

    /**
     * A loss for each place that has rows or values, or may have, in the same order; then those without any, together. A place that is not there, as where an
     * earlier run came half way, loses nothing any more and is left out.
     *
     * @throws DatabaseException if the server cannot be asked what is there
     */
    static List<Loss> of(Database database, List<Place> places) {
        try (SqlSession session = SqlSession.open(database)) {
            List<SqlRow> seen = session.query(whatIsThere(places));
            List<Integer> small = IntStream.range(0, places.size())
                    .filter(i -> seen.get(i).flag("readable") && seen.get(i).number("about") < LARGE)
                    .boxed()
                    .toList();
            Map<Integer, Long> counts = counts(session, places, small);
            List<Integer> there = IntStream.range(0, places.size())
                    .filter(i -> seen.get(i).flag("there"))
                    .boxed()
                    .toList();
            List<Place> empty = there.stream()
                    .filter(i -> isEmpty(seen.get(i), counts.get(i)))
                    .map(places::get)
                    .toList();
            return Stream.concat(
                            there.stream()
                                    .filter(i -> !isEmpty(seen.get(i), counts.get(i)))
                                    .map(i -> loss(places.get(i), seen.get(i), counts.get(i))),
                            Stream.concat(
                                    nothing(empty.stream().filter(place -> place.column() == null), "table", "no rows"),
                                    nothing(
                                            empty.stream().filter(place -> place.column() != null),
                                            "column",
                                            "no values")))
                    .toList();
        }
    }

    /**
     * Whether one of the places is there; taken for granted where the server does not say.
     *
     * @param namespaces what {@code public} stands for, one after the other
     */
    static boolean anyThere(Database database, Collection<String> namespaces, Collection<Place> places) {
        String wanted = places.stream()
                .map(place -> "("
                        + (place.table().namespace().equals(ObjectName.DEFAULT_NAMESPACE)
                                ? "NULL::text"
                                : literal(place.table().namespace()))
                        + ", " + literal(place.table().name()) + ", " + column(place) + ")")
                .collect(Collectors.joining(", "));
        String where = namespaces.stream().map(LossCount::literal).collect(Collectors.joining(", "));
        try (SqlSession session = SqlSession.open(database)) {
            return session.query("SELECT EXISTS (SELECT FROM (VALUES " + wanted + ") AS w (namespace, name, col)"
                            + " CROSS JOIN unnest(ARRAY[" + where + "]::text[]) AS t (namespace)"
                            + " JOIN pg_catalog.pg_namespace n ON n.nspname = coalesce(w.namespace, t.namespace)"
                            + " JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = w.name"
                            + " WHERE w.col IS NULL OR EXISTS (SELECT FROM pg_catalog.pg_attribute a"
                            + " WHERE a.attrelid = c.oid AND a.attname = w.col AND NOT a.attisdropped AND a.attgenerated = ''))"
                            + " AS there")
                    .get(0)
                    .flag("there");
        } catch (DatabaseException unknown) {
            System.getLogger(LossCount.class.getName())
                    .log(System.Logger.Level.DEBUG, "what a plan takes was not looked for", unknown);
            return true;
        }
    }

    private static String whatIsThere(List<Place> places) {
        String wanted = IntStream.range(0, places.size())
                .mapToObj(
                        i -> "(" + i + ", " + literal(name(places.get(i).table())) + ", " + column(places.get(i)) + ")")
                .collect(Collectors.joining(", "));
        return "SELECT c.oid IS NOT NULL AND (w.col IS NULL OR a.attnum IS NOT NULL) AS there,"
                + " coalesce(a.attgenerated <> '', false) AS computed,"
                + " coalesce(c.reltuples, 0)::bigint AS about,"
                + " CASE WHEN c.oid IS NULL THEN false WHEN w.col IS NULL THEN has_table_privilege(c.oid, 'SELECT')"
                + " WHEN a.attnum IS NULL THEN false ELSE has_column_privilege(c.oid, a.attnum, 'SELECT') END AS readable"
                + " FROM (VALUES " + wanted + ") AS w(place, name, col)"
                + " LEFT JOIN pg_catalog.pg_class c ON c.oid = to_regclass(w.name)"
                + " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = w.col AND NOT a.attisdropped"
                + " ORDER BY w.place";
    }

    private static Map<Integer, Long> counts(SqlSession session, List<Place> places, List<Integer> small) {
        if (small.isEmpty()) {
            return Map.of();
        }
        String sql = small.stream()
                .map(places::get)
                .map(place -> "(SELECT count(" + counted(place) + ") FROM " + name(place.table()) + ")")
                .collect(Collectors.joining(", ", "SELECT ARRAY[", "]::text AS counts"));
        Map<Integer, Long> counts = new HashMap<>();
        try {
            String text = session.rolledBack(() -> {
                session.execute(LIMITS);
                return session.query(sql).get(0).string("counts");
            });
            String[] each = text.substring(1, text.length() - 1).split(",", -1);
            for (int i = 0; i < each.length; i++) {
                counts.put(small.get(i), Long.valueOf(each[i]));
            }
        } catch (DatabaseException tooLong) {
            System.getLogger(LossCount.class.getName())
                    .log(System.Logger.Level.DEBUG, "rows were not counted", tooLong);
        }
        return counts;
    }

    private static boolean isEmpty(SqlRow seen, @Nullable Long count) {
        return !seen.flag("computed") && count != null && count == 0;
    }

    /** Places without anything in them, as one. */
    private static Stream<Loss> nothing(Stream<Place> empty, String kind, String counted) {
        List<String> names = empty.map(Place::name).toList();
        if (names.isEmpty()) {
            return Stream.empty();
        }
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
        return Stream.of(new Loss(kind + (names.size() == 1 ? " " : "s ") + shown, counted, false));
    }

    private static Loss loss(Place place, SqlRow seen, @Nullable Long count) {
        String unit = place.column() == null ? "row" : "value";
        long about = seen.number("about");
        if (seen.flag("computed")) {
            return new Loss(place.display(), "computed from other columns", false);
        } else if (count != null) {
            return Loss.exact(place.display(), count, unit);
        } else if (about > 0) {
            return Loss.estimated(place.display(), about, unit);
        }
        return Loss.unknown(
                place.display(),
                seen.flag("readable") ? "not counted: that takes too long" : "not counted: this role may not read it");
    }

    private static String column(Place place) {
        String column = place.column();
        return column == null ? "NULL::text" : literal(column);
    }

    private static String counted(Place place) {
        String column = place.column();
        return column == null ? "*" : quoted(column);
    }

    private static String name(ObjectName table) {
        return quoted(table.namespace()) + "." + quoted(table.name());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
