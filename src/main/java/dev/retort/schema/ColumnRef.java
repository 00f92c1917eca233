package dev.retort.schema;

/** One column of one table. */
public record ColumnRef(ObjectName table, String column) implements Comparable<ColumnRef> {

    /** The spelling {@code table.column}, the namespace left out where it is the default. */
    public String display() {
        return table.display() + "." + column;
    }

    @Override
    public int compareTo(ColumnRef other) {
        int byTable = table.compareTo(other.table);
        return byTable != 0 ? byTable : column.compareTo(other.column);
    }

    @Override
    public String toString() {
        return table.qualified() + "." + column;
    }
}
