package dev.retort.diff;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives columns a value before they must have one: added nullable, filled, then set not null. */
final class Fills {

    private final Map<RequiredColumn, String> fills;
    private final List<GrownReference> grown;
    private final List<MovedValues> moved;
    private final Set<RequiredColumn> filled = new LinkedHashSet<>();
    private final List<Operation> out = new ArrayList<>();

    /** The new columns of the table at hand that were added nullable and are not filled yet. */
    private final List<RequiredColumn> open = new ArrayList<>();

    private Fills(Map<RequiredColumn, String> fills, List<GrownReference> grown, List<MovedValues> moved) {
        this.fills = fills;
        this.grown = grown;
        this.moved = moved;
        filled.addAll(fills.keySet());
        grown.forEach(g -> filled.add(g.column()));
    }

    /**
     * The same with the columns filled.
     *
     * @param fills by what was said
     * @param grown by what the keys say
     * @param moved what may be in new columns before
     */
    static List<Operation> add(
            List<Operation> operations,
            Map<RequiredColumn, String> fills,
            List<GrownReference> grown,
            List<MovedValues> moved) {
        if (fills.isEmpty() && grown.isEmpty()) {
            return operations;
        }
        Fills adder = new Fills(fills, grown, moved);
        FillOrder.of(operations, adder.filled).forEach(adder::next);
        adder.fill();
        return adder.out;
    }

    private void next(Operation operation) {
        // All columns of the table first, so that the value of one may be taken from another.
        if (!open.isEmpty()
                && !(operation instanceof AddColumn add
                        && add.table().equals(open.get(0).table()))) {
            fill();
        }
        if (operation instanceof AddColumn add) {
            add(add, gap(add.table(), add.column().name(), true));
        } else if (operation instanceof AlterColumn alter) {
            alter(alter, gap(alter.table(), alter.column(), false));
        } else {
            out.add(operation);
        }
    }

    private void add(AddColumn add, @Nullable RequiredColumn gap) {
        if (gap == null) {
            out.add(add);
        } else {
            out.add(new AddColumn(add.table(), add.column().withNullable(true)));
            open.add(gap);
        }
    }

    private void fill() {
        if (!open.isEmpty()) {
            Map<String, String> values = new LinkedHashMap<>();
            open.stream()
                    .filter(fills::containsKey)
                    .forEach(gap -> values.put(gap.column().name(), fills.get(gap)));
            ObjectName table = open.get(0).table();
            FillUpdate.of(table, values, MovedValues.into(table, moved)).forEach(sql -> out.add(new Execute(sql)));
            // Last, because a row may refer to another one of the same table.
            GrownReference.updates(grown.stream()
                            .filter(g -> open.contains(g.column()))
                            .toList())
                    .forEach(sql -> out.add(new Execute(sql)));
        }
        for (RequiredColumn gap : open) {
            if (!gap.column().nullable()) {
                out.add(new AlterColumn(gap.table(), gap.column().name(), List.of(new ColumnChange.SetNotNull())));
            }
        }
        open.clear();
    }

    /** A value of the new type fits only once the column has it. */
    private void alter(AlterColumn alter, @Nullable RequiredColumn gap) {
        List<ColumnChange> changes = alter.changes();
        int at = changes.indexOf(new ColumnChange.SetNotNull());
        if (gap == null || at < 0) {
            out.add(alter);
            return;
        }
        if (at > 0) {
            out.add(new AlterColumn(alter.table(), alter.column(), changes.subList(0, at)));
        }
        out.add(new Execute(update(gap)));
        out.add(new AlterColumn(alter.table(), alter.column(), changes.subList(at, changes.size())));
    }

    private String update(RequiredColumn gap) {
        String column = gap.column().name();
        return FillUpdate.update(
                gap.table(), column, Objects.requireNonNull(fills.get(gap)), ReservedWords.quote(column) + " IS NULL");
    }

    private @Nullable RequiredColumn gap(ObjectName table, String column, boolean fresh) {
        for (RequiredColumn gap : filled) {
            if (gap.fresh() == fresh
                    && gap.table().equals(table)
                    && gap.column().name().equals(column)) {
                return gap;
            }
        }
        return null;
    }
}
