package dev.retort.diff;

import dev.retort.schema.ObjectName;
import java.util.HashMap;
import java.util.Map;

/** The old names of a schema by what becomes of them; parts of tables by the table's old name. */
final class NameMap {

    final Map<ObjectName, ObjectName> tables = new HashMap<>();
    final Map<ObjectName, ObjectName> sequences = new HashMap<>();
    final Map<ObjectName, ObjectName> types = new HashMap<>();
    final Map<ObjectName, Map<String, String>> columns = new HashMap<>();
    final Map<ObjectName, Map<String, String>> constraints = new HashMap<>();
    final Map<ObjectName, Map<String, String>> indexes = new HashMap<>();
    final Map<ObjectName, Map<String, String>> labels = new HashMap<>();

    ObjectName table(ObjectName name) {
        return tables.getOrDefault(name, name);
    }

    ObjectName sequence(ObjectName name) {
        return sequences.getOrDefault(name, name);
    }

    /** A type, which may be that of a table's rows. */
    ObjectName type(ObjectName name) {
        return types.getOrDefault(name, table(name));
    }

    /** What {@code regclass} speaks of. */
    ObjectName relation(ObjectName name) {
        return sequences.getOrDefault(name, table(name));
    }

    /** Whether no text holds one of the names but those of columns, constraints and indexes. */
    boolean isOfPartsAlone() {
        return tables.isEmpty() && sequences.isEmpty() && types.isEmpty() && labels.isEmpty();
    }

    String column(ObjectName table, String column) {
        return part(columns, table, column);
    }

    static String part(Map<ObjectName, Map<String, String>> parts, ObjectName table, String name) {
        return parts.getOrDefault(table, Map.of()).getOrDefault(name, name);
    }

    static void put(Map<ObjectName, Map<String, String>> parts, ObjectName owner, String from, String to) {
        parts.computeIfAbsent(owner, o -> new HashMap<>()).put(from, to);
    }
}
