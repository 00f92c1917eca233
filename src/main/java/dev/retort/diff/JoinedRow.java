package dev.retort.diff;

import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row of one table that belongs to a row of another, in the SQL of statements that write or ask of the latter. It goes by a short name that the latter does not have, since
 * columns of the two may be called alike, and one table may be both.
 *
 * @param own the table whose rows a statement is about
 * @param other the table that is read
 */
record JoinedRow(ObjectName own, ObjectName other) {

    private static final String ALIAS = "m";

    /** The short name. */
    String alias() {
        return own.name().equals(ALIAS) ? "n" : ALIAS;
    }

    /** A column of the row that is read. */
    String column(String name) {
        return alias() + "." + ReservedWords.quote(name);
    }

    /** What {@code FROM} says. */
    String table() {
        return SqlText.name(other) + " " + alias();
    }

    /** The condition by which the two belong together, from the columns of the other table and those of the own one that are equal to them. */
    String same(List<String> theirs, List<String> own) {
        List<String> same = new ArrayList<>();
        for (int i = 0; i < theirs.size(); i++) {
            same.add(column(theirs.get(i)) + " = " + SqlText.name(this.own) + "." + ReservedWords.quote(own.get(i)));
        }
        return String.join(" AND ", same);
    }

    /**
     * Writes into the own table.
     *
     * @param values SQL expressions by the names of the columns that take them
     * @param same the condition by which the two belong together
     */
    String update(Map<String, String> values, String same) {
        return "UPDATE " + SqlText.name(own) + " SET "
                + values.entrySet().stream()
                        .map(e -> ReservedWords.quote(e.getKey()) + " = " + e.getValue())
                        .collect(Collectors.joining(", "))
                + " FROM " + table() + " WHERE " + same;
    }

    /**
     * A column of the row that is read, as a value by itself.
     *
     * @param alone whether there is one such row at most
     */
    String value(String name, String same, boolean alone) {
        return "(SELECT " + column(name) + " FROM " + table() + " WHERE " + same + (alone ? "" : " LIMIT 1") + ")";
    }

    /** Whether there is such a row. */
    String exists(String same) {
        return "EXISTS (SELECT 1 FROM " + table() + " WHERE " + same + ")";
    }
}
