package dev.retort.diff;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceEnum;
import dev.retort.schema.Check;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.expression.AllowedValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Replaces values that leave: in the rebuild of an enum type, and in rows before the check that no longer allows them. */
final class ValueSwaps {

    private ValueSwaps() {}

    static List<Operation> add(List<Operation> operations, Map<LeavingValues, Map<String, String>> mappings) {
        if (mappings.isEmpty()) {
            return operations;
        }
        Map<LeavingValues, Map<String, String>> open = new LinkedHashMap<>(mappings);
        List<Operation> out = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof ReplaceEnum replace) {
                out.add(replaced(replace, open));
            } else {
                if (operation instanceof AddConstraint add && add.constraint() instanceof Check check) {
                    swap(add.table(), check, open, out);
                }
                out.add(operation);
            }
        }
        return out;
    }

    private static Operation replaced(ReplaceEnum replace, Map<LeavingValues, Map<String, String>> mappings) {
        for (Map.Entry<LeavingValues, Map<String, String>> entry : mappings.entrySet()) {
            LeavingValues gap = entry.getKey();
            if (gap.column() == null && gap.owner().equals(replace.type().name())) {
                return new ReplaceEnum(replace.type(), replace.uses(), entry.getValue());
            }
        }
        return replace;
    }

    private static void swap(
            ObjectName table, Check check, Map<LeavingValues, Map<String, String>> open, List<Operation> out) {
        String column =
                AllowedValues.of(check.expression()).map(AllowedValues::column).orElse("");
        open.entrySet().removeIf(entry -> {
            LeavingValues gap = entry.getKey();
            boolean found = gap.owner().equals(table) && column.equals(gap.column());
            if (found) {
                out.add(new Execute(update(gap, column, entry.getValue())));
            }
            return found;
        });
    }

    /** One statement for all of them, so that no value is mapped twice. */
    private static String update(LeavingValues gap, String column, Map<String, String> mapping) {
        String name = ReservedWords.quote(column);
        String update = "UPDATE " + SqlText.name(gap.owner()) + " SET " + name + " = ";
        if (mapping.size() == 1) {
            Map.Entry<String, String> only = mapping.entrySet().iterator().next();
            return update + SqlText.value(only.getValue(), gap.numbers()) + " WHERE " + name + " = "
                    + SqlText.value(only.getKey(), gap.numbers());
        }
        String cases = mapping.entrySet().stream()
                .map(e -> "    WHEN " + SqlText.value(e.getKey(), gap.numbers()) + " THEN "
                        + SqlText.value(e.getValue(), gap.numbers()) + "\n")
                .collect(Collectors.joining());
        String values = mapping.keySet().stream()
                .map(v -> SqlText.value(v, gap.numbers()))
                .collect(Collectors.joining(", "));
        return update + "CASE " + name + "\n" + cases + "END\nWHERE " + name + " IN (" + values + ")";
    }
}
