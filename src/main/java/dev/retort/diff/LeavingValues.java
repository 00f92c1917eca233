package dev.retort.diff;

import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that leave an enumeration: the labels of an enum type, or what the check of a column lists.
 *
 * @param owner the type, or the column's table, by its new name
 * @param before the same by the name it has now
 * @param column the column; null for a type
 * @param columnBefore the column by the name it has now
 * @param is the values now
 * @param shall the values as they shall be
 * @param numbers whether the values are numbers in SQL
 */
public record LeavingValues(
        ObjectName owner,
        ObjectName before,
        @Nullable String column,
        @Nullable String columnBefore,
        List<String> is,
        List<String> shall,
        boolean numbers)
        implements Gap {

    /** The labels of an enum type. */
    static LeavingValues ofType(ObjectName owner, ObjectName before, List<String> is, List<String> shall) {
        return new LeavingValues(owner, before, null, null, is, shall, false);
    }

    public LeavingValues {
        is = List.copyOf(is);
        shall = List.copyOf(shall);
    }

    /** The values that leave. */
    public List<String> gone() {
        return without(is, shall);
    }

    /** The values that come. */
    public List<String> fresh() {
        return without(shall, is);
    }

    /** As {@code --map} names it: {@code orders.status}. */
    public String display() {
        return column == null ? OptionPath.display(owner) : OptionPath.display(owner, column);
    }

    /** What {@code --map} takes: {@code orders.status.OLD=NEW}. */
    public String option(String from, String to) {
        return display() + "." + OptionPath.part(from) + "=" + OptionPath.part(to);
    }

    private static List<String> without(List<String> values, List<String> others) {
        List<String> rest = new ArrayList<>(values);
        rest.removeAll(others);
        return rest;
    }
}
