package dev.retort.schema;

/** One column of one table. */
public record ColumnRef(ObjectName table, String column) implements Comparable<ColumnRef> {

    /** The spelling {@code table.column}, the namespace left out where it is the default; of no column the table's. */
    public String display() {
        return column.isEmpty() ? table.display() : table.display() + "." + column;
    }

    @Override
    public int compareTo(ColumnRef other) {
        int byTable = table.compareTo(other.table);
        return byTable != 0 ? byTable : column.compareTo(other.column);
    }

    @Override
    public String toString() {
        return column.isEmpty() ? table.qualified() : table.qualified() + "." + column;
    }
}
