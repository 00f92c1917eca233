package dev.retort.command.compare;

import dev.retort.hook.Draft;
import dev.retort.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the listeners of an application made of a comparison. */
public final class Heard {

    private final Map<Operation, String> added = new HashMap<>();
    private final List<String> leftAlone = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    /** Notes what a listener did to the upgrade of a draft. */
    void note(String listener, List<Operation> before, Draft draft) {
        String name = listener.substring(listener.lastIndexOf('.') + 1);
        Set<Operation> then = identities(before);
        Set<Operation> now = identities(draft.upgrade());
        details.add("listener " + listener);
        for (Operation operation : before) {
            if (!now.contains(operation)) {
                leftAlone.add(operation.summary());
                details.add("  " + name + " took out: " + operation.summary());
            }
        }
        for (Operation operation : draft.upgrade()) {
            if (!then.contains(operation)) {
                added.put(operation, "listener " + name);
                details.add("  " + name + " put in: " + operation.summary());
            }
        }
    }

    /** The listener that each operation comes from that was not found, in words, such as {@code listener Grants}. */
    Map<Operation, String> authors() {
        return Collections.unmodifiableMap(added);
    }

    /** How many differences the listeners took out. */
    int leftAlone() {
        return leftAlone.size();
    }

    /** What each did, one a line. */
    List<String> details() {
        return Collections.unmodifiableList(details);
    }

    private static Set<Operation> identities(List<Operation> operations) {
        Set<Operation> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(operations);
        return set;
    }
}
