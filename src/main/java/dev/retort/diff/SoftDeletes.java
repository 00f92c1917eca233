package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Columns that go which say of each row whether it is deleted, as those of Hibernate's {@code @SoftDelete} do: whoever finds rows without asking them finds
 * the deleted ones again. Hibernate gives its columns a comment; one without it is only taken for one by its usual name and type, and the warning leaves it open.
 */
final class SoftDeletes {

    /** The rule for rows that are no longer deleted. */
    static final String RULE = "deleted-rows-return";

    /** What Hibernate says of an indicator that got no comment of its own. */
    static final String COMMENT = "Soft-delete indicator";

    private static final String DELETED = "deleted";
    private static final String ACTIVE = "active";

    private SoftDeletes() {}

    /** Warns of a column that goes. */
    static void gone(TablePair pair, Column column, Sides sides) {
        boolean sure = COMMENT.equals(column.comment());
        String marked = marked(column, ReservedWords.quote(column.name()));
        boolean likely = isTruth(column)
                && !column.nullable()
                && column.defaultValue() == null
                && marked != null
                && !comesAgain(pair, SoftDeletes::isTruth);
        Column next = sure ? next(pair) : null;
        if (next != null && next.nullable() && isKnown(column)) {
            replaced(pair, column, next, sides);
        }
        if (sure ? comesAgain(pair, c -> COMMENT.equals(c.comment())) || !isKnown(column) : !likely) {
            return;
        }
        String display = pair.name().display() + "." + column.name();
        String said = sure
                ? display
                        + " is the indicator of Hibernate's @SoftDelete: without it, rows that were deleted are found again"
                : "if " + display
                        + " was the indicator of Hibernate's @SoftDelete, rows that were deleted are found again without it";
        warn(pair, column, said, cure(pair, column, marked, sure, "above the drop", sides), sides);
    }

    /** Warns of a column that stays with another meaning, which its comment tells. */
    static void unmarked(TablePair pair, Column is, Column shall, Sides sides) {
        if (!COMMENT.equals(is.comment())
                || shall.comment() != null
                || !isKnown(is)
                || comesAgain(pair, c -> COMMENT.equals(c.comment()))) {
            return;
        }
        String marked = marked(is, ReservedWords.quote(is.name()));
        warn(
                pair,
                is,
                pair.name().display() + "." + is.name()
                        + " stays, but is the indicator of Hibernate's @SoftDelete no more: rows that were deleted are found again",
                cure(pair, is, marked, true, "in upgrade", sides),
                sides);
    }

    private static void warn(TablePair pair, Column column, String said, String cure, Sides sides) {
        RowQuestions rows = sides.changes().rows(pair.name());
        String asked = marked(column, rows.column(column.name()));
        sides.changes()
                .doubt(
                        new Warning(
                                RULE,
                                Warning.Level.WARNING,
                                List.of(pair.name().qualified() + "." + column.name()),
                                said,
                                cure),
                        asked == null ? null : rows.does(asked, "row is marked deleted", "rows are marked deleted"),
                        null);
    }

    /** Whether one says of a row what the other denies, so that it is no new name of it. */
    static boolean isContrary(Column is, Column shall) {
        return COMMENT.equals(is.comment())
                && COMMENT.equals(shall.comment())
                && isTruth(is)
                && isTruth(shall)
                && IndicatorMarks.of(is.name()).isContraryTo(IndicatorMarks.of(shall.name()));
    }

    /** What a new indicator says by the one that goes, or that had another type; null where it is none, or nobody knows. */
    static @Nullable IndicatorValue following(Column shall, TablePair pair) {
        Column same = pair.fromColumns().get(shall.name());
        List<Column> gone = same != null
                ? List.of(same)
                : pair.from().columns().stream()
                        .filter(c -> !pair.toColumns().containsKey(c.name()))
                        .toList();
        List<Column> indicators =
                gone.stream().filter(c -> COMMENT.equals(c.comment())).toList();
        if (!COMMENT.equals(shall.comment()) || indicators.size() != 1 || !isKnown(shall)) {
            return null;
        }
        Column is = indicators.get(0);
        return isKnown(is) ? IndicatorValue.of(is, shall) : null;
    }

    /** Deleted rows stay deleted only where the new column takes it from the old one. */
    private static void replaced(TablePair pair, Column column, Column next, Sides sides) {
        IndicatorValue value = following(next, pair);
        if (value == null) {
            return;
        }
        String table = pair.name().display() + ".";
        sides.changes()
                .warn(
                        RULE,
                        Warning.Level.WARNING,
                        pair.name().qualified() + "." + column.name(),
                        table + next.name() + " takes the place of " + table + column.name()
                                + " as the indicator of Hibernate's @SoftDelete: where it takes no value from it, rows that were deleted are found again",
                        "Above the drop, write "
                                + value.said(v -> "`"
                                        + SqlText.call("UPDATE " + SqlText.name(pair.name()) + " SET "
                                                + ReservedWords.quote(next.name()) + " = " + v)
                                        + "`"));
    }

    private static @Nullable Column next(TablePair pair) {
        return pair.to().columns().stream()
                .filter(c -> !pair.fromColumns().containsKey(c.name()) && COMMENT.equals(c.comment()))
                .findFirst()
                .orElse(null);
    }

    private static String cure(
            TablePair pair, Column column, @Nullable String marked, boolean sure, String place, Sides sides) {
        String delete = "DELETE FROM " + SqlText.name(pair.name()) + " WHERE ";
        String name = ReservedWords.quote(column.name());
        boolean referred = sides.to().allTables().stream()
                .flatMap(t -> t.foreignKeys().stream())
                .anyMatch(k -> k.target().equals(pair.name()));
        return (sure ? "Where they shall not be, write `" : "Where it was, write `")
                + SqlText.call(delete + (marked == null ? name : marked)) + "` " + place
                + (marked == null
                        ? ", or, where the column said which rows are active, `" + SqlText.call(delete + "NOT " + name)
                                + "`"
                        : "")
                + (referred ? "; it fails while a row that stays refers to one, so delete those before" : "");
    }

    /** The condition for a row that is deleted; null where the column's name does not tell which of its two values says so. */
    private static @Nullable String marked(Column column, String name) {
        if (!isTruth(column)) {
            return name + " IS NOT NULL";
        }
        return switch (column.name()) {
            case DELETED -> name;
            case ACTIVE -> "NOT " + name;
            default -> null;
        };
    }

    /** The indicators of a table that came with it, of which it is known what they hold for a row that is not deleted. */
    static List<Column> known(Table table) {
        return table.columns().stream()
                .filter(c -> COMMENT.equals(c.comment()) && isKnown(c) && marked(c, c.name()) != null)
                .toList();
    }

    /** The table but for them. */
    static Table without(Table table) {
        List<Column> known = known(table);
        return table.toBuilder()
                .columns(
                        table.columns().stream().filter(c -> !known.contains(c)).toList())
                .build();
    }

    /** What such an indicator holds for a row that is not deleted, as SQL. */
    static String live(Column indicator) {
        return !isTruth(indicator) ? "NULL" : indicator.name().equals(ACTIVE) ? "true" : "false";
    }

    /** The condition for rows that are not deleted by such an indicator. */
    static String isLive(Column indicator, String alias) {
        String name = alias + "." + ReservedWords.quote(indicator.name());
        return !isTruth(indicator) ? name + " IS NULL" : (indicator.name().equals(ACTIVE) ? "" : "NOT ") + name;
    }

    /** The conditions for rows of a table that are not deleted by such indicators, but for columns that hold something else. */
    static List<String> areLive(Table table, List<String> others, String alias) {
        return known(table).stream()
                .filter(c -> !others.contains(c.name()))
                .map(c -> isLive(c, alias))
                .toList();
    }

    private static boolean comesAgain(TablePair pair, Predicate<Column> like) {
        return pair.to().columns().stream().anyMatch(c -> !pair.fromColumns().containsKey(c.name()) && like.test(c));
    }

    /** Whether it is a truth value, or the time of the deletion; what a converter writes only the application knows. */
    private static boolean isKnown(Column column) {
        return isTruth(column)
                || (column.type().userType() == null
                        && !column.type().array()
                        && column.type().base().startsWith("timestamp"));
    }

    static boolean isTruth(Column column) {
        return column.type().userType() == null
                && !column.type().array()
                && column.type().base().equals("boolean");
    }
}
