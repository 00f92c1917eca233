package dev.retort.command.compare;

import dev.retort.model.CounterRow;
import dev.retort.model.Model;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.sql.SqlWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Fills a new table with the rows that it cannot do without, such as those of a table of generators. */
final class InitialRows {

    private InitialRows() {}

    /** Also where the keys of a table that stands come to be counted by such a row, which has to go on behind them. */
    static List<Operation> add(List<Operation> operations, Model model, Schema actual) {
        if (model.initCommands().isEmpty() && model.counters().isEmpty()) {
            return operations;
        }
        Set<ObjectName> fresh = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof CreateTable create) {
                fresh.add(create.table().name());
            }
        }
        List<Operation> filled = new ArrayList<>();
        for (Operation operation : operations) {
            filled.add(operation);
            if (operation instanceof CreateTable create) {
                model.initCommands()
                        .getOrDefault(create.table().name(), List.of())
                        .forEach(sql -> filled.add(new Execute(sql)));
            }
        }
        for (CounterRow counter : model.counters()) {
            Set<ColumnRef> columns = Counters.columns(model, counter.origins());
            columns.removeIf(ref -> fresh.contains(ref.table()));
            boolean made = fresh.contains(counter.table());
            if (!columns.isEmpty() && (made || columns.stream().anyMatch(ref -> comes(ref, operations, actual)))) {
                filled.add(place(filled, counter, columns, made), new Execute(statement(counter, columns)));
            }
        }
        return filled;
    }

    /** Behind the table with its first rows, and the last change of what it counts. */
    private static int place(List<Operation> filled, CounterRow counter, Set<ColumnRef> columns, boolean made) {
        int place = filled.size();
        while (place > 0) {
            Operation before = filled.get(place - 1);
            if (before instanceof CreateTable create && create.table().name().equals(counter.table())
                    || before instanceof AlterColumn alter
                            && columns.contains(new ColumnRef(alter.table(), alter.column()))
                    || (!made && before instanceof DropSequence)) {
                break;
            }
            place--;
        }
        boolean table = place > 0 && filled.get(place - 1) instanceof CreateTable;
        while (table && place < filled.size() && filled.get(place) instanceof Execute) {
            place++;
        }
        return place == 0 ? filled.size() : place;
    }

    /** Whether something else counted the column so far, and does no more. */
    private static boolean comes(ColumnRef ref, List<Operation> operations, Schema actual) {
        ObjectName named = ref.table().sibling(ref.table().name() + "_seq");
        return operations.stream()
                .anyMatch(operation -> operation instanceof AlterColumn alter
                                && new ColumnRef(alter.table(), alter.column()).equals(ref)
                                && alter.changes().stream()
                                        .anyMatch(change -> change instanceof ColumnChange.DropIdentity
                                                || change instanceof ColumnChange.DropDefault)
                        || operation instanceof DropSequence drop
                                && drop.sequence().equals(named)
                                && actual.sequences().containsKey(named));
    }

    /** What follows is the next value to hand out, of which a pooled optimizer takes the block that ends there; without rows nothing is written. */
    private static String statement(CounterRow counter, Set<ColumnRef> columns) {
        String table = SqlWriter.name(counter.table());
        String value = ReservedWords.quote(counter.valueColumn());
        ColumnRef first = columns.iterator().next();
        boolean one = columns.size() == 1;
        String key = one ? ReservedWords.quote(first.column()) : "id";
        String from = one
                ? SqlWriter.name(first.table())
                : columns.stream().map(InitialRows::keys).collect(Collectors.joining(" UNION ALL ", "(", ") AS keys"));
        return "INSERT INTO " + table + " (" + ReservedWords.quote(counter.keyColumn()) + ", " + value + ") SELECT "
                + SqlWriter.literal(counter.key()) + ", max(" + key + ") + " + counter.step() + " FROM "
                + from + " HAVING max(" + key
                + ") > 0 ON CONFLICT (" + ReservedWords.quote(counter.keyColumn()) + ") DO UPDATE SET " + value
                + " = greatest(" + ReservedWords.quote(counter.table().name()) + "." + value + ", excluded." + value
                + ")";
    }

    private static String keys(ColumnRef ref) {
        return "SELECT " + ReservedWords.quote(ref.column()) + " AS id FROM " + SqlWriter.name(ref.table());
    }
}
