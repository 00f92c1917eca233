package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to type where a column starts to count and rows are there. */
final class SequenceStart {

    private static final Pattern NEXTVAL = Pattern.compile("nextval\\(('(?:[^']|'')*')");
    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

    private SequenceStart() {}

    /**
     * The statement that lets the sequence go on after the largest value, as Java. An empty table leaves the sequence as it is: {@code setval} of null does
     * nothing.
     */
    static String cure(ObjectName table, Column column) {
        String name = ReservedWords.quote(column.name());
        String number = WHOLE.contains(column.type().base()) ? name : name + "::bigint";
        String sql = "SELECT setval(" + sequence(table, column) + ", max(" + number + ")) FROM " + SqlText.name(table);
        return "op.execute(\"" + sql.replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
    }

    /** Of a default the sequence that it names, which the column need not own. */
    private static String sequence(ObjectName table, Column column) {
        if (column.identity() == null && column.defaultValue() != null) {
            Matcher call = NEXTVAL.matcher(column.defaultValue().sql());
            if (call.find()) {
                return call.group(1);
            }
        }
        // The first argument is read as SQL reads a name, the second is the name itself.
        return "pg_get_serial_sequence(" + SqlText.literal(SqlText.name(table)) + ", " + SqlText.literal(column.name())
                + ")";
    }
}
