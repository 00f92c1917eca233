package dev.retort.command.compare;

import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Entities that map a view of the database which no revision made: Hibernate takes it for a table, and it is left as it is. */
final class MappedViews {

    private MappedViews() {}

    /**
     * The wanted schema without the tables that are such views.
     *
     * @param remarks one for each
     */
    record Result(Schema wanted, List<Warning> remarks) {}

    static Result leave(Schema wanted, Schema actual, MadeNames made) {
        List<ObjectName> views = actual.views().keySet().stream()
                .filter(name ->
                        wanted.tables().containsKey(name) && !made.objects().contains(name))
                .toList();
        if (views.isEmpty()) {
            return new Result(wanted, List.of());
        }
        List<Warning> remarks = new ArrayList<>();
        for (ObjectName name : views) {
            remarks.add(new Warning(
                    "entity-on-view",
                    Warning.Level.INFO,
                    List.of(name.qualified()),
                    "the model maps " + name.display() + ", which is a view that no revision made: it is left alone",
                    ""));
        }
        return new Result(wanted.toBuilder().without(views).build(), remarks);
    }
}
