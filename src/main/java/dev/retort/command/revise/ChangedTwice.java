package dev.retort.command.revise;

import dev.retort.RetortException;
import dev.retort.migration.Direction;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceEnum;
import dev.retort.operation.Warning;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.Hearing;
import dev.retort.runtime.RevisionLoader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What two branches that are joined both change: each sets it as it knew it, and takes it back to where it was without the other. */
final class ChangedTwice {

    static final String RULE = "changed-by-both";

    private static final int FEW = 8;

    private ChangedTwice() {}

    /**
     * A warning where the branches change the same objects.
     *
     * @param heads what is joined
     */
    static List<Warning> among(RevisionLoader loader, List<String> heads) {
        Set<String> common = new HashSet<>(loader.graph().ancestors(List.of(heads.get(0))));
        heads.forEach(head -> common.retainAll(loader.graph().ancestors(List.of(head))));
        Map<String, Set<String>> changers = new TreeMap<>();
        Map<String, Set<String>> branches = new TreeMap<>();
        boolean values = false;
        for (RevisionInfo revision : loader.graph().all()) {
            List<String> in = heads.stream()
                    .filter(head -> loader.graph().ancestors(List.of(head)).contains(revision.id()))
                    .toList();
            // What both have run is behind them.
            if (in.size() != 1 || common.contains(revision.id())) {
                continue;
            }
            for (Operation operation : operations(loader, revision)) {
                String object =
                        operation instanceof AddEnumValue value ? value.type().qualified() : operation.object();
                changers.computeIfAbsent(object, o -> new TreeSet<>()).add(revision.id());
                branches.computeIfAbsent(object, o -> new TreeSet<>()).add(in.get(0));
                values |= operation instanceof AddEnumValue || operation instanceof ReplaceEnum;
            }
        }
        List<String> both = branches.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
        return both.isEmpty() ? List.of() : List.of(warning(both, changers, values));
    }

    private static Warning warning(List<String> both, Map<String, Set<String>> changers, boolean values) {
        List<String> told = new ArrayList<>();
        both.stream()
                .limit(FEW)
                .forEach(object ->
                        told.add(object + " (" + String.join(", ", changers.getOrDefault(object, Set.of())) + ")"));
        if (both.size() > FEW) {
            told.add(both.size() - FEW + " more");
        }
        return new Warning(
                RULE,
                Warning.Level.WARNING,
                both,
                "both branches change " + String.join(", ", told)
                        + ": what runs last leaves it as its own branch knew it, and each way down goes back to where the other"
                        + " branch was not there",
                "See both ways with `retort verify`, and what the entities want beyond with"
                        + " `retort revision --autogenerate -m \"join what both changed\"`; where a way down fails, correct it in the"
                        + " revision that runs last"
                        + (values
                                ? ": the list of its `op.replaceEnum` needs the values of the other branch, too"
                                : ": it has to leave what the other branch made"));
    }

    /** As far as they can be told without a database; a revision that does not compile is told of elsewhere. */
    private static List<Operation> operations(RevisionLoader loader, RevisionInfo revision) {
        RecordingOperations recording = new RecordingOperations();
        try {
            loader.prepare(List.of(revision));
            Hearing.hear(revision, Direction.UPGRADE, loader, recording);
        } catch (RetortException e) {
            // What it said before it stopped, or asked the database, is all that can be known here.
            return recording.operations();
        }
        return recording.operations();
    }
}
