package dev.retort.schema;

import java.util.Comparator;

/** One column of one table. */
public record ColumnRef(ObjectName table, String column) implements Comparable<ColumnRef> {

    private static final Comparator<ColumnRef> ORDER =
            Comparator.comparing(ColumnRef::table).thenComparing(ColumnRef::column);

    /** The spelling {@code table.column}, the namespace left out where it is the default. */
    public String display() {
        return table.display() + "." + column;
    }

    @Override
    public int compareTo(ColumnRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return table.qualified() + "." + column;
    }
}
