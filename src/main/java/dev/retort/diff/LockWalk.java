package dev.retort.diff;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropIndex;
import dev.retort.operation.OnTable;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Follows the locks through the operations of a revision. A lock is held until its transaction ends, so whoever waits for a table that is changed first waits
 * for all that is read after it, be it of another table.
 */
final class LockWalk {

    /** Somebody waits for a table while its rows, or those of a table at the other end of a key, are read. */
    record Wait(ObjectName relation, Lock.Who who, Lock.Work work, String what) {}

    /** The waits for what is read, but for those that other warnings tell. */
    final Set<Wait> waits = new LinkedHashSet<>();

    /** The tables whose rows are written anew, which other warnings tell. */
    final Set<ObjectName> rewritten = new LinkedHashSet<>();

    /** Those who wait for the end of what is read of other tables. */
    final Map<ObjectName, Lock.Who> beside = new TreeMap<>();

    /** Those who wait for the end of a transaction that changes another object: a key comes to refer to theirs. */
    final Set<ObjectName> referred = new LinkedHashSet<>();

    /** The same where a key that referred to theirs goes. */
    final Set<ObjectName> released = new LinkedHashSet<>();

    /** Sequences whose next value has to wait for the end of a transaction. */
    final Set<ObjectName> drawn = new LinkedHashSet<>();

    /** The locks of each operation, on what is there. */
    final List<List<Lock>> taken = new ArrayList<>();

    private final Schema now;
    private final Schema then;
    private final Set<ObjectName> fresh = new HashSet<>();
    private final Map<ObjectName, Lock.Who> held = new HashMap<>();

    private LockWalk(Schema now, Schema then) {
        this.now = now;
        this.then = then;
    }

    /**
     * Walks.
     *
     * @param now what is there, under its new names
     * @param steps whether each operation is a transaction of its own
     */
    static LockWalk of(List<Operation> operations, Schema now, Schema then, boolean steps) {
        LockWalk walk = new LockWalk(now, then);
        Locks locks = new Locks(now, then, operations);
        for (Operation operation : operations) {
            if (steps || leavesTransaction(operation)) {
                walk.held.clear();
            }
            walk.step(operation, operation.accept(locks));
            if (operation instanceof CreateTable create) {
                walk.fresh.add(create.table().name());
            } else if (operation instanceof CreateView create) {
                walk.fresh.add(create.view().name());
            }
        }
        walk.told();
        return walk;
    }

    private static boolean leavesTransaction(Operation operation) {
        return (operation instanceof CreateIndex create && create.concurrently())
                || (operation instanceof DropIndex drop && drop.concurrently());
    }

    /** What is new has no rows to read, and nobody who waits for it. */
    private List<Lock> standing(Operation operation, List<Lock> locks) {
        boolean idle = OnTable.of(operation).filter(fresh::contains).isPresent();
        return Heirs.with(operation, locks, now).stream()
                .filter(lock -> stands(lock.relation()))
                .map(lock -> idle ? Lock.moment(lock.relation(), lock.who()) : lock)
                .toList();
    }

    private void step(Operation operation, List<Lock> all) {
        List<Lock> locks = standing(operation, all);
        taken.add(locks);
        Map<ObjectName, Lock.Who> asked = new HashMap<>();
        locks.forEach(lock -> asked.merge(lock.relation(), lock.who(), Lock.Who::with));
        for (Lock lock : locks) {
            Lock.Who who = asked.getOrDefault(lock.relation(), lock.who())
                    .with(held.getOrDefault(lock.relation(), Lock.Who.NOBODY));
            if (lock.work() == Lock.Work.REWRITE) {
                rewritten.add(lock.relation());
            } else if (lock.work() == Lock.Work.NONE) {
                moment(operation, lock);
            } else if (!lock.told() && who != Lock.Who.NOBODY) {
                waits.add(new Wait(lock.relation(), who, lock.work(), lock.what()));
            }
        }
        if (locks.stream().anyMatch(lock -> lock.work() != Lock.Work.NONE)) {
            held.forEach((relation, who) -> {
                if (!asked.containsKey(relation)) {
                    beside.merge(relation, who, Lock.Who::with);
                }
            });
        }
        asked.forEach((relation, who) -> held.merge(relation, who, Lock.Who::with));
        held.values().removeIf(who -> who == Lock.Who.NOBODY);
    }

    private void moment(Operation operation, Lock lock) {
        if (operation instanceof AlterSequence) {
            drawn.add(lock.relation());
        } else if (OnTable.of(operation)
                .filter(own -> !own.equals(lock.relation()))
                .isPresent()) {
            (operation instanceof AddConstraint ? referred : released).add(lock.relation());
        }
    }

    /** What goes for good, nobody waits for; what is told once is not told again in other words. */
    private void told() {
        Set<ObjectName> waiting = new HashSet<>(rewritten);
        waits.forEach(wait -> waiting.add(wait.relation()));
        beside.keySet().removeIf(relation -> waiting.contains(relation) || !stays(relation));
        waiting.addAll(beside.keySet());
        List.of(referred, released, drawn)
                .forEach(moments -> moments.removeIf(relation -> waiting.contains(relation) || !stays(relation)));
        referred.removeAll(released);
    }

    private boolean stands(ObjectName relation) {
        return !fresh.contains(relation)
                && (now.tables().containsKey(relation)
                        || now.views().containsKey(relation)
                        || now.sequences().containsKey(relation));
    }

    private boolean stays(ObjectName relation) {
        return then.tables().containsKey(relation)
                || then.views().containsKey(relation)
                || then.sequences().containsKey(relation);
    }
}
