package dev.retort.diff;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The column of a table's key that is counted: of a key of several, such as one with the key of a partition, the others come from elsewhere. */
final class CountedKey {

    private CountedKey() {}

    /** The key that Hibernate counts with a sequence of that name, where the name says it. */
    static @Nullable ColumnRef byName(ObjectName sequence, Schema schema, List<Operation> operations) {
        if (!sequence.name().endsWith("_seq")) {
            return null;
        }
        String name = sequence.name().substring(0, sequence.name().length() - "_seq".length());
        Table table = schema.tables().get(sequence.sibling(name));
        return table == null ? null : of(table, operations);
    }

    /** The one column; of several that may be it, the one that something else counts until these operations, or the one of the usual name. */
    static @Nullable ColumnRef of(Table table, List<Operation> operations) {
        if (table.primaryKey() == null) {
            return null;
        }
        List<String> key = table.primaryKey().columns();
        if (key.size() > 1) {
            key = key.stream()
                    .filter(c -> isFree(table, c) && isNumber(table.column(c).orElse(null)))
                    .toList();
            Set<ColumnRef> counted = freed(operations);
            for (String column : key) {
                if (key.size() > 1 && counted.contains(new ColumnRef(table.name(), column))) {
                    key = List.of(column);
                }
            }
            if (key.size() > 1 && key.contains("id")) {
                key = List.of("id");
            }
        }
        return key.size() == 1 ? new ColumnRef(table.name(), key.get(0)) : null;
    }

    /** Whether no other table says what the column holds. */
    static boolean isFree(Table table, String column) {
        return table.foreignKeys().stream().noneMatch(k -> k.columns().contains(column));
    }

    static boolean isNumber(@Nullable Column column) {
        return column != null
                && !column.type().array()
                && CountingOn.NUMBERS.contains(column.type().base());
    }

    private static Set<ColumnRef> freed(List<Operation> operations) {
        Set<ColumnRef> freed = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof AlterColumn alter
                    && alter.changes().stream()
                            .anyMatch(c ->
                                    c instanceof ColumnChange.DropIdentity || c instanceof ColumnChange.DropDefault)) {
                freed.add(new ColumnRef(alter.table(), alter.column()));
            }
        }
        return freed;
    }
}
