package dev.retort.diff;

import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;

/** What becomes of the values of a column by the expression that the file says, and which other one people may mean. */
final class ConvertedValues {

    private ConvertedValues() {}

    /** What becomes of every value, where none can fail to convert; empty where one can. */
    static String always(TablePair pair, String column, SqlType from, SqlType to, Sides sides) {
        if (!from.array() && to.array() && from.equals(to.element())) {
            return "each value becomes the one element";
        } else if (to.userType() == null && !to.array() && to.base().startsWith("json") && from.array()) {
            return "each list becomes one of JSON";
        } else if (to.userType() == null && !to.array() && to.base().startsWith("json") && from.userType() != null) {
            return "each value becomes JSON, with the attributes by their names where it has some";
        } else if (from.array() && to.array() && isAddress(from.element()) && TypeCasts.isString(to.element())) {
            return "each address in it becomes its text, with a mask where it has one";
        } else if (from.array() || to.array() || to.userType() != null) {
            return "";
        } else if (to.base().equals("boolean") && (from.userType() != null || TypeCasts.isString(from))) {
            return TruthWords.read(pair, column, from, to, sides);
        } else if (from.userType() != null) {
            return "";
        } else if (isAddress(from) && TypeCasts.isString(to)) {
            return "each address becomes its text, with a mask where it has one";
        } else if (from.base().equals("boolean")) {
            return to.base().equals("numeric") && Narrowing.whole(to) < 1 ? "" : "true becomes 1 and false 0";
        } else if (to.base().equals("boolean")) {
            return from.base().equals("jsonb") ? "" : "0 becomes false and every other number true";
        } else if (to.base().equals("bytea") && TypeCasts.isString(from)) {
            return "each text becomes its bytes in UTF-8";
        }
        return to.base().equals("bytea") && from.base().equals("uuid") ? "each becomes its sixteen bytes" : "";
    }

    private static boolean isAddress(SqlType type) {
        return type.userType() == null && type.base().equals("inet");
    }

    /** What to write where another expression is meant; empty where none is known to be likely. */
    static String other(TablePair pair, String column, SqlType from, SqlType to) {
        String name = ReservedWords.quote(column);
        boolean text = TypeCasts.isString(from);
        if (text && to.array()) {
            String list = "string_to_array(" + name + ", ',')";
            return "where the texts are lists with commas, write " + Retyped.IN_PLACE + " "
                    + Retyped.call(pair, column, TypeCasts.isString(to.element()) ? list : list + "::" + to.display());
        } else if (from.array() || to.array() || to.userType() != null) {
            return "";
        } else if (text && to.base().equals("boolean")) {
            return "where other words stand for true and false, write " + Retyped.IN_PLACE + " "
                    + Retyped.call(
                            pair,
                            column,
                            "CASE " + name + " WHEN '…' THEN true WHEN '…' THEN false ELSE " + name + "::boolean END");
        } else if (text && to.base().equals("bytea")) {
            return "where the texts spell bytes in base64, write " + Retyped.IN_PLACE + " "
                    + Retyped.call(pair, column, "decode(" + name + ", 'base64')");
        }
        return from.userType() == null && from.base().equals("bytea") && TypeCasts.isString(to)
                ? "where the bytes are no text, but shall be spelled in base64, write " + Retyped.IN_PLACE + " "
                        + Retyped.call(pair, column, "encode(" + name + ", 'base64')")
                : "";
    }
}
