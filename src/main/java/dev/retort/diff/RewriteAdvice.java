package dev.retort.diff;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import dev.retort.schema.expression.AllowedValues;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to do where a change writes a large table anew: the way that keeps nobody waiting, or, where there is none, how to see how long it takes. */
final class RewriteAdvice {

    /** As many rows as the documentation of {@code op.inBatches} has. */
    private static final String ROWS = "10_000";

    /** How many tables one question asks for. */
    private static final int FEW = 5;

    private RewriteAdvice() {}

    /**
     * A column beside, filled in batches.
     *
     * @param using the expression that converts; null for a cast that PostgreSQL makes by itself, and empty where only people know it
     */
    static String column(TablePair pair, String column, @Nullable String using, Changes changes) {
        String key = key(pair.from());
        // Places of constants do not become their names by a cast: what converts them is said with the check.
        if (key == null || "".equals(using) || isStoredOtherwise(pair, column)) {
            return size(List.of(pair.name()), changes);
        }
        String beside = PostgresNames.clip(column, PostgresNames.LONGEST - "_new".length()) + "_new";
        String now = ReservedWords.quote(column);
        String fresh = ReservedWords.quote(beside);
        return "Where the table is large, add " + fresh
                + " beside it, which the application writes too, fill it with `op.inBatches("
                + SqlText.java(pair.name().display()) + ", " + SqlText.java(key) + ", " + ROWS + ").set("
                + SqlText.java(fresh + " = " + (using == null ? now : using)) + ").where("
                + SqlText.java(fresh + " IS NULL AND " + now + " IS NOT NULL") + ")`, and drop " + now
                + " in a later revision";
    }

    private static boolean isStoredOtherwise(TablePair pair, String column) {
        Boolean is = counts(pair.from(), column);
        Boolean shall = counts(pair.to(), column);
        return is != null && shall != null && !is.equals(shall);
    }

    /** Whether a check counts the constants of an enum in the column; null where none lists them. */
    private static @Nullable Boolean counts(Table table, String column) {
        return table.checks().stream()
                .flatMap(c -> AllowedValues.of(c.expression()).stream())
                .filter(v -> v.column().equals(column))
                .map(AllowedValues::numbers)
                .findFirst()
                .orElse(null);
    }

    /** The columns of a type that is made anew. */
    static String uses(ObjectName type, Collection<ColumnRef> columns, Changes changes) {
        List<ObjectName> tables =
                columns.stream().map(ColumnRef::table).distinct().sorted().toList();
        return tables.isEmpty()
                ? "Nothing to do while no table has a column of it: see with `"
                        + SqlText.columnsOf(changes.old().type(type).qualified()) + "`"
                : size(tables, changes);
    }

    /** How much is written anew, by the names that the tables have before the upgrade. */
    static String size(List<ObjectName> tables, Changes changes) {
        String sum = tables.stream()
                .limit(FEW)
                .map(table -> "pg_total_relation_size("
                        + SqlText.literal(SqlText.name(changes.old().table(table))) + ")")
                .collect(Collectors.joining(" + "));
        return "See how much is written anew with `SELECT pg_size_pretty(" + sum + ")`"
                + (tables.size() > FEW ? " and " + (tables.size() - FEW) + " more tables" : "")
                + "; where nobody can wait for that, run it at a quiet hour";
    }

    /** A column that batches can walk along: it tells each row from all others and is never null. */
    private static @Nullable String key(Table table) {
        PrimaryKey primary = table.primaryKey();
        Stream<List<String>> keys = Stream.concat(
                Stream.ofNullable(primary).map(PrimaryKey::columns),
                Stream.concat(
                        table.uniques().stream().map(Unique::columns),
                        table.indexes().stream()
                                .filter(i -> i.unique() && i.valid() && i.predicate() == null)
                                .filter(i -> i.keys().stream().allMatch(k -> k.column() != null))
                                .map(IndexDiffer::columns)));
        return keys.filter(columns -> columns.size() == 1)
                .map(columns -> columns.get(0))
                .filter(column -> !Objects.requireNonNull(table.columnsByName().get(column))
                        .nullable())
                .findFirst()
                .orElse(null);
    }
}
