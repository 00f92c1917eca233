package dev.retort.command.compare;

import dev.retort.catalog.Scope;
import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Suspects a wrong naming strategy or schema where a database that is not empty has almost none of the model's tables. */
final class MissingTables {

    private static final int ENOUGH_TO_TELL = 3;
    private static final double ALMOST_ALL = 0.8;

    private MissingTables() {}

    static Optional<Warning> warn(Schema model, Schema actual, Scope scope) {
        Set<ObjectName> wanted = new TreeSet<>(model.tables().keySet());
        wanted.removeIf(name -> !scope.sees(name));
        long missing = wanted.stream()
                .filter(name ->
                        !actual.tables().containsKey(name) && !actual.views().containsKey(name))
                .count();
        boolean suspicious = wanted.size() >= ENOUGH_TO_TELL
                && actual.tables().size() >= ENOUGH_TO_TELL
                && missing >= wanted.size() * ALMOST_ALL;
        if (!suspicious) {
            return Optional.empty();
        }
        ObjectName wantedExample = wanted.stream()
                .filter(name -> !actual.tables().containsKey(name))
                .findFirst()
                .orElseThrow();
        ObjectName actualExample = actual.tables().keySet().stream()
                .filter(name -> !wanted.contains(name))
                .findFirst()
                .orElse(wantedExample);
        return Optional.of(
                new Warning(
                        "almost-all-tables-missing",
                        Warning.Level.WARNING,
                        List.of(wantedExample.qualified(), actualExample.qualified()),
                        missing + " of the model's " + wanted.size()
                                + " tables are not in the database, which has others: the model wants "
                                + wantedExample.qualified() + ", the database has " + actualExample.qualified()
                                + ". Is the naming strategy or the schema another than the application's?",
                        "--hibernate spring-boot-3, spring-boot-4, quarkus or jpa (with -v it is said which was used),"
                                + " --hibernate hibernate.physical_naming_strategy=… or --hibernate hibernate.default_schema=…"));
    }
}
