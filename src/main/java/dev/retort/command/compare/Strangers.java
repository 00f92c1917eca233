package dev.retort.command.compare;

import dev.retort.operation.CreateComposite;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.OnTable;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Objects of a database that no revision made and the model does not want: they are left alone. */
final class Strangers {

    private Strangers() {}

    /** The operations from what the revisions make to a database, but for those that make such objects and what is on them. */
    static List<Operation> without(List<Operation> operations, Schema model) {
        Set<String> wanted = Stream.<Map<ObjectName, ?>>of(
                        model.tables(),
                        model.sequences(),
                        model.views(),
                        model.enums(),
                        model.composites(),
                        model.domains())
                .flatMap(map -> map.keySet().stream())
                .map(ObjectName::qualified)
                .collect(Collectors.toSet());
        Set<String> strangers = operations.stream()
                .filter(Strangers::makes)
                .map(Operation::object)
                .filter(name -> !wanted.contains(name))
                .collect(Collectors.toSet());
        return operations.stream().filter(one -> !isOn(strangers, one)).toList();
    }

    private static boolean makes(Operation operation) {
        return operation instanceof CreateTable
                || operation instanceof CreateView
                || operation instanceof CreateSequence
                || operation instanceof CreateEnum
                || operation instanceof CreateComposite
                || operation instanceof CreateDomain;
    }

    private static boolean isOn(Set<String> strangers, Operation operation) {
        String object = operation.object();
        return strangers.contains(object)
                || strangers.stream().anyMatch(name -> object.startsWith(name + "."))
                || OnTable.of(operation)
                        .filter(table -> strangers.contains(table.qualified()))
                        .isPresent();
    }
}
