package dev.retort.diff;

import dev.retort.UsageException;
import java.util.List;

/**
 * What the rows that are there hold in a column that must have a value: {@code customer.tier='BASIC'}.
 *
 * @param column the parts of the column's name, its table's and, outside the default one, its namespace's before it
 * @param value the value as it was typed, see {@link BackfillValue}
 */
public record Backfill(List<String> column, String value) {

    private static final String GRAMMAR = "A backfill is table.column=VALUE, the value an SQL expression or a text";
    private static final String EXAMPLE = "--backfill \"customer.tier='BASIC'\"";

    public Backfill {
        column = List.copyOf(column);
    }

    /**
     * Reads what {@code --backfill} takes.
     *
     * @throws UsageException if it is not of that grammar
     */
    public static Backfill parse(String text) {
        int equals = OptionPath.equalsSign(text);
        String value = equals < 0 ? "" : text.substring(equals + 1).strip();
        List<List<String>> sides = equals < 0
                ? List.of()
                : OptionPath.sides(text.substring(0, equals)).orElse(List.of());
        if (value.isEmpty()
                || sides.size() != 1
                || sides.get(0).size() < 2
                || sides.get(0).size() > 3) {
            throw OptionPath.unreadable("backfill", text, GRAMMAR, EXAMPLE);
        }
        if (value.equalsIgnoreCase("null")) {
            throw new UsageException(
                    "the backfill '" + text + "' fills nothing",
                    "The column must have a value, and NULL is none.",
                    "Say one: " + EXAMPLE);
        }
        return new Backfill(sides.get(0), value);
    }

    /** Whether it is of that column. */
    boolean fills(RequiredColumn gap) {
        List<String> table = column.subList(0, column.size() - 1);
        return column.get(column.size() - 1).equals(gap.column().name())
                && (OptionPath.names(table, gap.table()) || OptionPath.names(table, gap.before()));
    }

    /** As it would be typed. */
    public String display() {
        return OptionPath.display(column) + "=" + value;
    }
}
