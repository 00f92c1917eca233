package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import java.util.List;
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
        String lost = text ? ReadTexts.lost(shall) : ReadTexts.lostOfJson(from, to);
        if (!named && lost == null && (text || !Narrowing.narrows(is, shall))) {
            return;
        }
        RowQuestions rows = sides.changes().rows(pair.name());
        String unfit = lost != null
                ? ReadTexts.condition(rows.column(column), from, to)
                : unfit(rows.column(column), from, to, is, shall);
        String message = pair.name().display() + "." + column + ", " + from.display() + ", becomes " + to.display()
                + ": " + (lost == null ? Narrowing.consequence(is, shall) : lost);
        RowQuestion asked = unfit == null ? null : rows.does(unfit, "row does not fit", "rows do not fit");
        String object = pair.name().qualified() + "." + column;
        if (asked != null && LostParts.dropsZone(from, to) && !from.array() && !to.array()) {
            String cure = DataWarnings.see(asked) + "; where each shall be the hour in one zone, write "
                    + Retyped.IN_PLACE + " "
                    + Retyped.call(
                            pair, column, "(" + ReservedWords.quote(column) + " AT TIME ZONE 'UTC')::" + to.display());
            sides.changes()
                    .doubt(
                            new Warning(Narrowing.RULE, Warning.Level.WARNING, List.of(object), message, cure),
                            asked,
                            null);
            return;
        }
        DataWarnings.say(Narrowing.RULE, Warning.Level.WARNING, object, message, asked, pair, sides.changes());
    }

    private static @Nullable String unfit(String column, SqlType from, SqlType to, SqlType is, SqlType shall) {
        String value = from.array() && !to.array() ? "(" + column + ")[1]" : column;
        return is.array() || is.userType() == null
                ? Narrowing.unfit(value, is, shall)
                : Narrowing.tooLong(value, is, shall);
    }
}
