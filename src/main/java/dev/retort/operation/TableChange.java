package dev.retort.operation;

import dev.retort.schema.ObjectName;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One change of a table beyond its columns. */
public sealed interface TableChange {

    /** {@code SET (…)} of storage parameters. */
    record SetStorage(SortedMap<String, String> parameters) implements TableChange {
        public SetStorage {
            parameters = new TreeMap<>(parameters);
        }
    }

    /** {@code RESET (…)} of storage parameters. */
    record ResetStorage(List<String> parameters) implements TableChange {
        public ResetStorage {
            parameters = List.copyOf(parameters);
        }
    }

    /** {@code SET LOGGED} or {@code SET UNLOGGED}; rewrites the table. */
    record SetUnlogged(boolean unlogged) implements TableChange {}

    /** {@code INHERIT parent}. */
    record Inherit(ObjectName parent) implements TableChange {}

    /** {@code NO INHERIT parent}. */
    record NoInherit(ObjectName parent) implements TableChange {}

    /** The change in words. */
    private String words() {
        if (this instanceof SetStorage set) {
            return "set " + set.parameters();
        } else if (this instanceof ResetStorage reset) {
            return "reset " + String.join(", ", reset.parameters());
        } else if (this instanceof SetUnlogged set) {
            return set.unlogged() ? "unlogged" : "logged";
        } else if (this instanceof Inherit inherit) {
            return "inherit " + inherit.parent().display();
        } else if (this instanceof NoInherit no) {
            return "no inherit " + no.parent().display();
        }
        return "";
    }

    /** The changes in words. */
    static String words(List<TableChange> changes) {
        return changes.stream().map(TableChange::words).collect(Collectors.joining(", "));
    }
}
