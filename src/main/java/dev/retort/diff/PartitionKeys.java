package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Foreign keys that partitions have for themselves: no table lists them, and what they refer to cannot go before them. */
final class PartitionKeys {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[^ \"(,.])+";

    /** One among what the catalog's reader says a partition has beside its parent. */
    private static final Pattern KEY = Pattern.compile(
            ", (" + NAME + ") FOREIGN KEY \\([^)]*\\) REFERENCES ((?:" + NAME + "\\.)?" + NAME + ")\\(");

    private PartitionKeys() {}

    /**
     * One of them.
     *
     * @param root the partitioned table
     * @param target what it refers to; of a partition its root
     */
    record Key(ObjectName partition, String name, ObjectName root, ObjectName target) {}

    static List<Key> of(Schema schema) {
        List<Key> keys = new ArrayList<>();
        Map<ObjectName, ObjectName> roots = new HashMap<>();
        for (Extra extra : schema.extras()) {
            if (extra.kind() == Extra.Kind.PARTITION && extra.table() != null) {
                roots.put(extra.name(), extra.table());
            }
        }
        for (Extra extra : schema.extras()) {
            ObjectName root = roots.get(extra.name());
            if (extra.kind() == Extra.Kind.PARTITION && root != null) {
                Matcher key = KEY.matcher(extra.definition());
                while (key.find()) {
                    ObjectName target = ObjectName.parse(key.group(2));
                    keys.add(new Key(extra.name(), key.group(1), root, roots.getOrDefault(target, target)));
                }
            }
        }
        return keys;
    }

    /** Tells of those that are in the way of tables that go while their own table stays. */
    static void diff(Set<ObjectName> gone, Sides sides) {
        for (Key key : of(sides.from())) {
            if (gone.contains(key.target()) && !gone.contains(key.root())) {
                sides.changes()
                        .warn(
                                UnmanagedReference.RULE,
                                Warning.Level.ERROR,
                                List.of(
                                        key.partition().qualified(),
                                        key.target().qualified()),
                                "the partition " + key.partition().display() + " has the foreign key " + key.name()
                                        + " of its own, which refers to "
                                        + key.target().display() + ": it cannot go while the key stands",
                                "Before the upgrade run `ALTER TABLE " + SqlText.name(key.partition())
                                        + " DROP CONSTRAINT " + key.name() + "`");
            }
        }
    }
}
