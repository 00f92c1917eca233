package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Objects;

/** Tells of an array of which one element stays, and how all of them stay in a text. */
final class FirstElements {

    private FirstElements() {}

    static void tell(TablePair pair, String column, SqlType from, SqlType to, String change, Changes changes) {
        RowQuestions rows = changes.rows(pair.name());
        RowQuestion others = rows.does(
                "cardinality(" + rows.column(column) + ") <> 1",
                "row holds several or none",
                "rows hold several or none");
        Column shall = Objects.requireNonNull(pair.toColumns().get(column));
        changes.doubt(
                new Warning(
                        TypeWarnings.ELEMENTS_LOST,
                        Warning.Level.WARNING,
                        List.of(pair.name().qualified() + "." + column),
                        change + ": the first element of each row stays, those behind it are lost, and "
                                + (shall.nullable()
                                        ? "an empty list becomes null"
                                        : "an empty list becomes null, which the column does not take"),
                        DataWarnings.see(others)
                                + (TypeCasts.isString(to) ? joined(pair, column, from, rows, changes.old()) : "")),
                others,
                null);
    }

    /** Nothing but a look at the rows tells whether each text can be taken apart again. */
    private static String joined(TablePair pair, String column, SqlType from, RowQuestions rows, OldNames old) {
        String value = rows.column(column);
        // A text in place of null, because the database finds no null in an array of several dimensions.
        String other = "array_to_string(" + value + ", '') LIKE '%,%' OR array_to_string(" + value
                + ", ',', '-') <> array_to_string(" + value + ", ',')"
                + (TypeCasts.isString(from.element()) ? " OR " + value + "::text = '{\"\"}'" : "");
        String list = "string_to_array(" + value + ", ',')"
                + (TypeCasts.isString(from.element()) ? "" : "::" + old.types(from.display()));
        return "; where all shall stay, with commas between them, write " + Retyped.IN_PLACE + " "
                + Retyped.call(pair, column, "array_to_string(" + ReservedWords.quote(column) + ", ',')")
                + ", which leaves null elements out, and no element may hold a comma or be the one empty text of a list: look for some with `"
                + rows.does(other, "", "").list() + "`" + TurnedValues.BACK + "write " + Retyped.IN_PLACE + " "
                + Retyped.back(pair, column, list, old);
    }
}
