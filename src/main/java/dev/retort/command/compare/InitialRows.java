package dev.retort.command.compare;

import dev.retort.operation.CreateTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills a new table with the rows that it cannot do without, such as those of a table of generators. */
final class InitialRows {

    private InitialRows() {}

    static List<Operation> add(List<Operation> operations, Map<ObjectName, List<String>> commands) {
        if (commands.isEmpty()) {
            return operations;
        }
        List<Operation> filled = new ArrayList<>();
        for (Operation operation : operations) {
            filled.add(operation);
            if (operation instanceof CreateTable create) {
                commands.getOrDefault(create.table().name(), List.of()).forEach(sql -> filled.add(new Execute(sql)));
            }
        }
        return filled;
    }
}
