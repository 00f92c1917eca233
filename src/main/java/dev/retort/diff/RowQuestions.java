package dev.retort.diff;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks for rows of a table, which goes by the name that it has now. */
record RowQuestions(ObjectName now, OldNames old) {

    /** What needs no parentheses: a name, a cast, a call. */
    private static final Pattern SIMPLE = Pattern.compile("(?:\"(?:[^\"]|\"\")*\"|[\\w.:])+(?:\\([^()]*\\))?");

    RowQuestion all() {
        return where("true", "row", "rows");
    }

    /** How many there are. */
    String count() {
        return "SELECT count(*) FROM " + table();
    }

    /** The different values of a column. */
    String values(String column) {
        return "SELECT DISTINCT " + column(column) + " FROM " + table() + " WHERE " + column(column) + " IS NOT NULL";
    }

    RowQuestion holdsAny(String column) {
        return where(column(column) + " IS NOT NULL", "row holds a value", "rows hold a value");
    }

    RowQuestion holdsNull(String column) {
        return where(column(column) + " IS NULL", "row holds null", "rows hold null");
    }

    /** Values as SQL constants. */
    RowQuestion holdsOneOf(String column, Collection<String> values, boolean array) {
        String list = String.join(", ", values);
        String condition = array
                ? column(column) + "::text[] && ARRAY[" + list + "]::text[]"
                : column(column) + " IN (" + list + ")";
        String what = which(values);
        return where(condition, "row holds " + what, "rows hold " + what);
    }

    /** Several values are told in the sentence before. */
    static String which(Collection<String> values) {
        return values.size() == 1 ? String.join("", values) : "one of them";
    }

    /**
     * Rows that break a check.
     *
     * @param check with what the columns are called now
     * @param unfit the condition for rows of which it cannot be asked, as their values do not convert; empty for none
     */
    RowQuestion breaks(String check, String unfit) {
        String not = "NOT (" + check + ")";
        return where(
                unfit.isEmpty() ? not : "CASE WHEN " + unfit + " THEN false ELSE " + not + " END",
                "row breaks it",
                "rows break it");
    }

    RowQuestion does(String condition, String one, String many) {
        return where(condition, one, many);
    }

    /**
     * Rows with equal values.
     *
     * @param keys columns and expressions, as SQL with what the columns are called now
     * @param nulls whether nulls equal one another
     * @param predicate the rows that count, as SQL; empty for all
     * @param unfit the condition for rows of which it cannot be asked, as their values do not convert; empty for none
     */
    RowQuestion duplicates(List<String> keys, boolean nulls, String predicate, String unfit) {
        String list = String.join(", ", keys);
        String filled = nulls
                ? "true"
                : keys.stream()
                        .map(k -> (SIMPLE.matcher(k).matches() ? k : "(" + k + ")") + " IS NOT NULL")
                        .collect(Collectors.joining(" AND "));
        String counted = predicate.isEmpty() ? filled : "(" + predicate + ") AND " + filled;
        String rows = unfit.isEmpty() ? counted : "CASE WHEN " + unfit + " THEN false ELSE " + counted + " END";
        String rest = " FROM " + table() + (rows.equals("true") ? "" : " WHERE " + rows) + " GROUP BY " + list
                + " HAVING count(*) > 1";
        return new RowQuestion(
                "SELECT " + list + ", count(*)" + rest,
                "SELECT 1" + rest,
                "group of rows shares the same values",
                "groups of rows share the same values");
    }

    /** Rows whose last column overlaps that of another row, all other columns being equal. */
    RowQuestion overlaps(List<String> columns) {
        int last = columns.size() - 1;
        String pairs = IntStream.rangeClosed(0, last)
                .mapToObj(
                        i -> "a." + column(columns.get(i)) + (i == last ? " && b." : " = b.") + column(columns.get(i)))
                .collect(Collectors.joining(" AND "));
        return another(pairs, "row overlaps another", "rows overlap others");
    }

    /**
     * Rows that exclude others.
     *
     * @param pairs what is true of two such rows, a and b
     */
    RowQuestion excluding(List<String> pairs) {
        return another(String.join(" AND ", pairs), "row excludes another", "rows exclude others");
    }

    private RowQuestion another(String pairs, String one, String many) {
        String rest = " FROM " + table() + " AS a WHERE EXISTS (SELECT 1 FROM " + table()
                + " AS b WHERE a.ctid <> b.ctid AND " + pairs + ")";
        return new RowQuestion("SELECT a.*" + rest, "SELECT 1" + rest, one, many);
    }

    /**
     * Rows that refer to nothing.
     *
     * @param exists whether the target is there already
     */
    RowQuestion orphans(ForeignKey key, boolean exists) {
        List<String> columns = key.columns().stream().map(this::column).toList();
        String filled =
                columns.stream().map(c -> "source." + c + " IS NOT NULL").collect(Collectors.joining(" AND "));
        String pairs = IntStream.range(0, columns.size())
                .mapToObj(i -> "target."
                        + ReservedWords.quote(
                                old.column(key.target(), key.targetColumns().get(i)))
                        + " = source." + columns.get(i))
                .collect(Collectors.joining(" AND "));
        String rest = " FROM " + table() + " AS source WHERE " + filled
                + (exists
                        ? " AND NOT EXISTS (SELECT 1 FROM " + name(old.table(key.target())) + " AS target WHERE "
                                + pairs + ")"
                        : "");
        return new RowQuestion(
                "SELECT source.*" + rest, "SELECT 1" + rest, "row refers to nothing", "rows refer to nothing");
    }

    String column(String column) {
        return ReservedWords.quote(old.column(now, column));
    }

    private RowQuestion where(String condition, String one, String many) {
        String rest = " FROM " + table() + (condition.equals("true") ? "" : " WHERE " + condition);
        return new RowQuestion("SELECT *" + rest, "SELECT 1" + rest, one, many);
    }

    private String table() {
        return name(old.table(now));
    }

    private static String name(ObjectName name) {
        return SqlText.name(name);
    }
}
