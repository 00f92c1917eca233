package dev.retort.diff;

import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the files' sentences about locks rest on, for tests that measure. */
public final class ToldLocks {

    private ToldLocks() {}

    /** For each operation the relations that it keeps others from: {@code readers and writers} or {@code writers}, and {@code for long} where rows are read. */
    public static List<Map<ObjectName, String>> of(Schema from, Schema to, List<Operation> operations) {
        return LockWalk.of(operations, from, to, true).taken.stream()
                .map(ToldLocks::words)
                .toList();
    }

    private static Map<ObjectName, String> words(List<Lock> locks) {
        Map<ObjectName, Lock.Who> who = new TreeMap<>();
        locks.forEach(lock -> who.merge(lock.relation(), lock.who(), Lock.Who::with));
        boolean works = locks.stream().anyMatch(lock -> lock.work() != Lock.Work.NONE);
        Map<ObjectName, String> words = new TreeMap<>();
        who.forEach((relation, waiting) -> {
            if (waiting != Lock.Who.NOBODY) {
                words.put(relation, word(waiting) + (works ? " for long" : ""));
            }
        });
        return words;
    }

    private static String word(Lock.Who who) {
        return who == Lock.Who.ALL ? "readers and writers" : "writers";
    }
}
