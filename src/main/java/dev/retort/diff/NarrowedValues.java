package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.SqlType;
import org.jspecify.annotations.Nullable;

/** What is told of the values of a column that may not fit its new type, alone, in an array, or as the one element of an array that comes or goes. */
final class NarrowedValues {

    private NarrowedValues() {}

    static void tell(TablePair pair, String column, SqlType from, SqlType to, Sides sides) {
        if (from.base().startsWith("json") && to.array()) {
            // How long the elements are its text does not say.
            return;
        }
        boolean arrays = from.array() && to.array();
        SqlType is = arrays ? from : from.element();
        SqlType shall = arrays ? to : to.element();
        boolean named = is.userType() != null
                && TypeCasts.isString(shall.element())
                && Narrowing.length(shall) < TextLength.longest(is, sides.from());
        boolean text = TypeCasts.isString(is.element()) && !TypeCasts.isString(shall.element());
        String lost = text ? ReadTexts.lost(shall) : null;
        if (!named && lost == null && (text || !Narrowing.narrows(is, shall))) {
            return;
        }
        RowQuestions rows = sides.changes().rows(pair.name());
        String unfit = text
                ? ReadTexts.condition(rows.column(column), from, to)
                : unfit(rows.column(column), from, to, is, shall);
        DataWarnings.say(
                Narrowing.RULE,
                Warning.Level.WARNING,
                pair.name().qualified() + "." + column,
                pair.name().display() + "." + column + ", " + from.display() + ", becomes " + to.display() + ": "
                        + (lost == null ? Narrowing.consequence(is, shall) : lost),
                unfit == null ? null : rows.does(unfit, "row does not fit", "rows do not fit"),
                pair,
                sides.changes());
    }

    private static @Nullable String unfit(String column, SqlType from, SqlType to, SqlType is, SqlType shall) {
        String value = from.array() && !to.array() ? "(" + column + ")[1]" : column;
        return is.array() || is.userType() == null
                ? Narrowing.unfit(value, is, shall)
                : Narrowing.tooLong(value, is, shall);
    }
}
