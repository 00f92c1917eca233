package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ReservedWords;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator of {@code @SoftDelete} takes from the one before it.
 *
 * @param value the value as SQL
 * @param where when it is so; null for always
 * @param otherwise the value where it is not
 * @param instead when that is so
 */
record IndicatorValue(String value, @Nullable String where, String otherwise, String instead) {

    static IndicatorValue of(Column is, Column shall) {
        boolean truths = SoftDeletes.isTruth(is) && SoftDeletes.isTruth(shall);
        IndicatorMarks before = SoftDeletes.isTruth(is) ? IndicatorMarks.of(is.name()) : IndicatorMarks.DELETED;
        IndicatorMarks after = SoftDeletes.isTruth(shall) ? IndicatorMarks.of(shall.name()) : IndicatorMarks.DELETED;
        boolean open = before == IndicatorMarks.UNKNOWN;
        String value = value(is, known(before) == known(after), shall);
        if (!open && after != IndicatorMarks.UNKNOWN) {
            return new IndicatorValue(value, null, "", "");
        }
        String otherwise = value(is, known(before) != known(after), shall);
        return truths && before == after
                ? new IndicatorValue(
                        value,
                        "where both say the same of a row",
                        otherwise,
                        "where one says which rows are deleted, and the other which are active")
                : new IndicatorValue(
                        value,
                        "where " + (open ? is : shall).name() + " says which rows are deleted",
                        otherwise,
                        "where it says which are active");
    }

    private static IndicatorMarks known(IndicatorMarks marks) {
        return marks == IndicatorMarks.UNKNOWN ? IndicatorMarks.DELETED : marks;
    }

    private static String value(Column is, boolean same, Column shall) {
        String name = ReservedWords.quote(is.name());
        if (!SoftDeletes.isTruth(is)) {
            return !SoftDeletes.isTruth(shall) ? name : name + (same ? " IS NOT NULL" : " IS NULL");
        }
        String marked = same ? name : "NOT " + name;
        return SoftDeletes.isTruth(shall) ? marked : "CASE WHEN " + marked + " THEN now() END";
    }

    boolean isSure() {
        return where == null;
    }

    /** What to write, each value in its place. */
    String said(UnaryOperator<String> write) {
        return where == null
                ? write.apply(value)
                : write.apply(value) + " " + where + ", or " + write.apply(otherwise) + " " + instead;
    }
}
