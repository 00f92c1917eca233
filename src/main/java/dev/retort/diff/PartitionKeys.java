package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Extra;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keys that partitions have for themselves, which no table lists: what a foreign key of theirs rests on cannot go while it stands, and a partition with a
 * primary key takes no other one of its parent.
 */
final class PartitionKeys {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[^ \"(,.])+";

    private static final String COLUMNS = " \\((" + NAME + "(?:, " + NAME + ")*)\\)";

    /** One among what the catalog's reader says a partition has beside its parent. */
    private static final Pattern FOREIGN = Pattern.compile(", (" + NAME + ") FOREIGN KEY" + COLUMNS + " REFERENCES ((?:"
            + NAME + "\\.)?" + NAME + ")" + COLUMNS.substring(1));

    private static final Pattern OWN = Pattern.compile(", (" + NAME + ") (PRIMARY KEY|UNIQUE)" + COLUMNS
            + "((?: INCLUDE \\([^)]*\\))?(?: DEFERRABLE(?: INITIALLY DEFERRED)?)?)");

    private PartitionKeys() {}

    /**
     * A foreign key of one.
     *
     * @param root the partitioned table
     * @param target what it refers to; of a partition its root
     */
    record Key(ObjectName partition, String name, ObjectName root, ObjectName target, Set<String> targetColumns) {}

    static List<Key> of(Schema schema) {
        List<Key> keys = new ArrayList<>();
        Map<ObjectName, ObjectName> roots = roots(schema);
        for (Extra extra : schema.extras()) {
            ObjectName root = roots.get(extra.name());
            if (extra.kind() == Extra.Kind.PARTITION && root != null) {
                Matcher key = FOREIGN.matcher(extra.definition());
                while (key.find()) {
                    ObjectName target = ObjectName.parse(key.group(3));
                    keys.add(new Key(
                            extra.name(),
                            key.group(1),
                            root,
                            roots.getOrDefault(target, target),
                            Set.copyOf(columns(key.group(4)))));
                }
            }
        }
        return keys;
    }

    /** The partitioned tables by their partitions, of any depth. */
    static Map<ObjectName, ObjectName> roots(Schema schema) {
        Map<ObjectName, ObjectName> roots = new HashMap<>();
        for (Extra extra : schema.extras()) {
            if (extra.kind() == Extra.Kind.PARTITION && extra.table() != null) {
                roots.put(extra.name(), extra.table());
            }
        }
        return roots;
    }

    private static List<String> columns(String listed) {
        return Pattern.compile(NAME)
                .matcher(listed)
                .results()
                .map(m -> ObjectName.parse(m.group().strip()).name())
                .toList();
    }

    /** Tells of those that are in the way of tables that go while their own table stays, of keys that go, and of primary keys that come. */
    static void diff(Sides sides) {
        Map<ObjectName, ObjectName> roots = roots(sides.from());
        if (roots.isEmpty()) {
            return;
        }
        Impact impact = sides.impact();
        for (Key key : of(sides.from())) {
            Table target = sides.to().tables().get(key.target());
            if (!sides.to().tables().containsKey(key.root())
                    || !sides.from().tables().containsKey(key.target())) {
                continue;
            }
            if (target == null) {
                refers(key, "", "it cannot go while the key stands", "", sides.changes());
            } else if (impact.dropsKey(key.target(), key.targetColumns())
                    || impact.touchesRebuilt(key.target(), key.targetColumns())) {
                boolean again = hasKey(target, key.targetColumns());
                refers(
                        key,
                        " (" + String.join(", ", key.targetColumns()) + ")",
                        "what it rests on there " + (again ? "is made anew" : "goes") + ", which fails while it stands",
                        again ? ", and add it again after it" : "",
                        sides.changes());
            }
        }
        sides.from().extras().stream()
                .filter(e -> e.kind() == Extra.Kind.PARTITION)
                .forEach(e -> primaryKey(e, sides));
        for (Table table : sides.to().allTables()) {
            for (ForeignKey key : table.foreignKeys()) {
                ObjectName root = roots.get(key.target());
                if (root != null && restsOnNothing(table.name(), key, root, sides)) {
                    sides.changes()
                            .warn(
                                    UnmanagedReference.RULE,
                                    Warning.Level.ERROR,
                                    List.of(
                                            table.name().qualified(),
                                            key.target().qualified()),
                                    table.name().display() + " refers to the partition "
                                            + key.target().display() + " by columns that its parent "
                                            + root.display() + " has no key of by then: the foreign key " + key.name()
                                            + " cannot be added without one of the partition's own",
                                    "Above where it is added write `"
                                            + SqlText.call("ALTER TABLE " + SqlText.name(key.target()) + " ADD UNIQUE ("
                                                    + quoted(key.targetColumns()) + ")")
                                            + "`");
                }
            }
        }
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(ReservedWords::quote).collect(Collectors.joining(", "));
    }

    private static void refers(Key key, String columns, String why, String after, Changes changes) {
        changes.warn(
                UnmanagedReference.RULE,
                Warning.Level.ERROR,
                List.of(key.partition().qualified(), key.target().qualified()),
                "the partition " + key.partition().display() + " has the foreign key " + key.name()
                        + " of its own, which refers to " + key.target().display() + columns + ": " + why,
                "Before the upgrade run `ALTER TABLE " + SqlText.name(key.partition()) + " DROP CONSTRAINT "
                        + key.name() + "`" + after);
    }

    /** Whether a foreign key to a partition is made although the parent has no key for it by then, nor the partition one of its own. */
    private static boolean restsOnNothing(ObjectName table, ForeignKey key, ObjectName root, Sides sides) {
        Table shall = sides.to().tables().get(root);
        Table is = sides.from().tables().get(table);
        boolean comes = is == null || !is.foreignKeys().contains(key);
        return shall != null
                && (comes || ForeignKeyDiffer.isUnsettled(table, key, sides.impact()))
                && !hasKey(shall, Set.copyOf(key.targetColumns()))
                && sides.from().extras().stream()
                        .filter(e ->
                                e.kind() == Extra.Kind.PARTITION && e.name().equals(key.target()))
                        .flatMap(e -> OWN.matcher(e.definition()).results())
                        .noneMatch(own -> new HashSet<>(columns(own.group(3))).equals(Set.copyOf(key.targetColumns())));
    }

    private static boolean hasKey(Table table, Set<String> columns) {
        PrimaryKey key = table.primaryKey();
        return (key != null && Set.copyOf(key.columns()).equals(columns))
                || table.uniques().stream()
                        .anyMatch(u -> Set.copyOf(u.columns()).equals(columns))
                || table.indexes().stream()
                        .anyMatch(i ->
                                i.unique() && Set.copyOf(IndexDiffer.columns(i)).equals(columns));
    }

    /** A partition's primary key is taken for its parent's if it is the same; a second one it cannot have. */
    private static void primaryKey(Extra partition, Sides sides) {
        Table is = partition.table() == null ? null : sides.from().tables().get(partition.table());
        Table shall = partition.table() == null ? null : sides.to().tables().get(partition.table());
        PrimaryKey wanted = shall == null ? null : shall.primaryKey();
        if (is == null || is.primaryKey() != null || wanted == null) {
            return;
        }
        Matcher own = OWN.matcher(partition.definition());
        while (own.find()) {
            boolean same = columns(own.group(3)).equals(wanted.columns())
                    && own.group(4).equals(rest(wanted));
            if (own.group(2).equals("PRIMARY KEY") && !same) {
                sides.changes()
                        .warn(
                                PartitionConstraints.RULE,
                                Warning.Level.ERROR,
                                List.of(partition.name().qualified(), is.name().qualified()),
                                "the partition " + partition.name().display() + " has a primary key " + own.group(1)
                                        + " of its own, (" + own.group(3) + ")" + own.group(4) + ", and "
                                        + is.name().display() + " gets (" + String.join(", ", wanted.columns())
                                        + "): adding it fails, as no table has two",
                                "Before it run `ALTER TABLE " + SqlText.name(partition.name()) + " DROP CONSTRAINT "
                                        + own.group(1) + "`, and add it as UNIQUE again where rows are found by it");
            }
        }
    }

    private static String rest(PrimaryKey key) {
        return (key.include().isEmpty() ? "" : " INCLUDE (" + quoted(key.include()) + ")")
                + switch (key.deferrability()) {
                    case NOT_DEFERRABLE -> "";
                    case INITIALLY_IMMEDIATE -> " DEFERRABLE";
                    case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
                };
    }
}
