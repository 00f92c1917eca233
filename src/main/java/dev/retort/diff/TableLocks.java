package dev.retort.diff;

import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says who has to wait for a revision, one sentence for the tables that they wait for in the same way, and what lets them work. */
public final class TableLocks {

    /** The rule for the way up. */
    public static final String RULE = "table-lock";

    private static final String DOWN = "downgrade-lock";

    /** How many names one sentence has. */
    private static final int FEW = 5;

    private final OldNames old;
    private final LockWalk walk;
    private final LockWalk online;

    private TableLocks(Compared states, List<Operation> operations, boolean steps) {
        RenameResolver.Renamed renamed = RenameResolver.apply(states.from(), states.to(), states.renames());
        this.old = renamed.old();
        this.walk = LockWalk.of(operations, renamed.schema(), states.to(), steps);
        this.online = steps
                ? walk
                : LockWalk.of(OnlineForm.of(operations, states.partitioned()), renamed.schema(), states.to(), true);
    }

    /**
     * What has to be said of the way from the one state to the other.
     *
     * @param operations as they run
     * @param steps whether each is a transaction of its own
     */
    public static List<Warning> up(Compared states, List<Operation> operations, boolean steps) {
        return operations.isEmpty() ? List.of() : new TableLocks(states, operations, steps).up();
    }

    /** The same of the way down of a revision, in one sentence for all that takes long. */
    public static List<Warning> down(Compared states, List<Operation> operations, boolean steps) {
        return operations.isEmpty() ? List.of() : new TableLocks(states, operations, steps).down();
    }

    /** Warnings with those of locks in the place of the ones that were there. */
    public static List<Warning> tell(List<Warning> warnings, List<Warning> locks) {
        return Stream.concat(
                        warnings.stream()
                                .filter(w -> !w.rule().equals(RULE) && !w.rule().equals(DOWN)),
                        locks.stream())
                .toList();
    }

    private List<Warning> up() {
        List<Warning> warnings = new ArrayList<>();
        waits(warnings);
        EnumMap<Lock.Who, Set<ObjectName>> beside = new EnumMap<>(Lock.Who.class);
        walk.beside.forEach((relation, who) ->
                beside.computeIfAbsent(who, w -> new TreeSet<>()).add(relation));
        beside.forEach((who, tables) -> warnings.add(warning(
                Warning.Level.WARNING,
                tables,
                who.words() + names(tables) + " wait until the end, too, as all of it is one transaction",
                "Run again with `--online`, which makes each step a transaction of its own")));
        moment(walk.referred, "writers of ", " wait for a moment, while keys come to refer to ", warnings);
        moment(walk.released, "readers and writers of ", " wait for a moment, while keys go that refer to ", warnings);
        moment(
                walk.drawn,
                "those who draw from ",
                " wait for a moment, until the transaction ends that alters ",
                warnings);
        return warnings;
    }

    /** What is waited for in the same way is one sentence; what has another cure is another. */
    private void waits(List<Warning> warnings) {
        Map<ObjectName, Map<Boolean, List<LockWalk.Wait>>> byTable = new TreeMap<>();
        for (LockWalk.Wait wait : walk.waits) {
            byTable.computeIfAbsent(wait.relation(), table -> new TreeMap<>())
                    .computeIfAbsent(isAvoidable(wait), cure -> new ArrayList<>())
                    .add(wait);
        }
        record Sentence(Lock.Who who, String work, boolean avoidable) {}
        Map<Sentence, Set<ObjectName>> sentences = new LinkedHashMap<>();
        byTable.forEach((table, byCure) -> byCure.forEach((avoidable, waits) -> {
            EnumMap<Lock.Who, List<LockWalk.Wait>> byWho = new EnumMap<>(Lock.Who.class);
            waits.forEach(wait ->
                    byWho.computeIfAbsent(wait.who(), w -> new ArrayList<>()).add(wait));
            byWho.forEach((who, same) -> sentences
                    .computeIfAbsent(new Sentence(who, work(same), avoidable), s -> new LinkedHashSet<>())
                    .add(table));
        }));
        sentences.forEach((sentence, tables) -> warnings.add(warning(
                Warning.Level.WARNING,
                tables,
                sentence.who().words() + names(tables) + " wait while " + sentence.work(),
                cure(tables, sentence.avoidable()))));
    }

    private boolean isAvoidable(LockWalk.Wait wait) {
        return online.waits.stream()
                .noneMatch(still -> still.relation().equals(wait.relation())
                        && still.work() == wait.work()
                        && still.what().equals(wait.what()));
    }

    private static String work(List<LockWalk.Wait> waits) {
        EnumMap<Lock.Work, Set<String>> names = new EnumMap<>(Lock.Work.class);
        // What has a name of its own first: "a and NOT NULL of b".
        for (boolean named : List.of(true, false)) {
            waits.stream().filter(wait -> wait.what().contains(" ") != named).forEach(wait -> names.computeIfAbsent(
                            wait.work(), work -> new LinkedHashSet<>())
                    .add(wait.what()));
        }
        List<String> clauses = new ArrayList<>();
        names.forEach((work, what) -> clauses.add(
                switch (work) {
                    case BUILD -> few(what) + (what.size() == 1 ? " is built" : " are built");
                    case CHECK -> few(what) + (what.size() == 1 ? " is checked" : " are checked");
                    default -> "rows are written";
                }));
        return EnumChecks.words(clauses);
    }

    private String cure(Collection<ObjectName> tables, boolean avoidable) {
        return avoidable
                ? "Run again with `--online`, which does it in steps that let them work"
                : "See how large that is with `SELECT pg_size_pretty(" + size(tables)
                        + ")`; where nobody can wait for it, run it at a quiet hour";
    }

    private void moment(Set<ObjectName> relations, String who, String what, List<Warning> warnings) {
        if (!relations.isEmpty()) {
            warnings.add(warning(
                    Warning.Level.INFO,
                    relations,
                    who + names(relations) + what + (relations.size() == 1 ? "it" : "them"),
                    "At a busy hour upgrade with `--lock-timeout 500ms`, which gives way and tries again"));
        }
    }

    private List<Warning> down() {
        Set<ObjectName> tables = new TreeSet<>(walk.rewritten);
        walk.waits.forEach(wait -> tables.add(wait.relation()));
        if (tables.isEmpty()) {
            return List.of();
        }
        boolean avoidable = walk.rewritten.isEmpty() && walk.waits.stream().allMatch(this::isAvoidable);
        boolean readers = !walk.rewritten.isEmpty() || walk.waits.stream().anyMatch(wait -> wait.who() == Lock.Who.ALL);
        return List.of(new Warning(
                DOWN,
                Warning.Level.WARNING,
                tables.stream().map(ObjectName::qualified).toList(),
                "on the way down, " + (readers ? "readers and writers" : "writers") + " of " + names(tables)
                        + " wait while rows are read",
                cure(tables, avoidable)));
    }

    private static Warning warning(Warning.Level level, Collection<ObjectName> tables, String message, String cure) {
        return new Warning(
                RULE, level, tables.stream().map(ObjectName::qualified).toList(), message, cure);
    }

    private static String names(Collection<ObjectName> tables) {
        return few(tables.stream().map(ObjectName::display).toList());
    }

    private static String few(Collection<String> names) {
        return names.size() <= FEW
                ? EnumChecks.words(List.copyOf(names))
                : EnumChecks.words(
                        Stream.concat(names.stream().limit(FEW - 1), Stream.of(names.size() - FEW + 1 + " more"))
                                .toList());
    }

    private String size(Collection<ObjectName> tables) {
        return tables.stream()
                .limit(FEW)
                .map(table -> "pg_total_relation_size(" + SqlText.literal(SqlText.name(old.table(table))) + ")")
                .collect(Collectors.joining(" + "));
    }
}
