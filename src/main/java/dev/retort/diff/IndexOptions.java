package dev.retort.diff;

import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a table or key has by an index that is dropped and created again: by which index the table was put in order, by which its rows are known to
 * replicas, and the storage parameters of the index that a key owns. All of it goes with the index.
 */
final class IndexOptions {

    /** The last part of a name as the catalog prints it. */
    private static final Pattern LAST = Pattern.compile("(?:\"((?:[^\"]|\"\")+)\"|([^\".]+))$");

    private IndexOptions() {}

    /** Puts back what both sides have of it. */
    static void diff(Sides sides) {
        Set<Extra> before = new HashSet<>(sides.from().extras());
        Set<ObjectName> dropped = null;
        for (Extra extra : sides.to().extras()) {
            if (!before.contains(extra) || index(extra).isEmpty()) {
                continue;
            }
            if (dropped == null) {
                dropped = dropped(sides);
            }
            ObjectName table = Objects.requireNonNull(extra.table());
            String index = index(extra).get();
            if (dropped.contains(table.sibling(index))
                    && sides.impact().wanted().indexes().contains(table.sibling(index))) {
                sides.changes().add(Phase.PUT_BACK, new Execute(sql(extra, table, index)));
            }
        }
    }

    private static Optional<String> index(Extra extra) {
        return switch (extra.kind()) {
            case CLUSTERING -> Optional.of(last(extra.definition()));
            case REPLICA_IDENTITY ->
                extra.definition().startsWith("INDEX ") ? Optional.of(last(extra.definition())) : Optional.empty();
            case KEY_STORAGE -> Optional.of(extra.name().name());
            default -> Optional.empty();
        };
    }

    private static String last(String definition) {
        Matcher last = LAST.matcher(definition.replaceFirst("^INDEX ", ""));
        if (!last.find()) {
            return definition;
        }
        return last.group(1) == null ? last.group(2) : last.group(1).replace("\"\"", "\"");
    }

    private static Set<ObjectName> dropped(Sides sides) {
        Set<ObjectName> dropped = new HashSet<>();
        for (Operation operation : sides.changes().difference().operations()) {
            if (operation instanceof DropConstraint drop) {
                dropped.add(drop.table().sibling(drop.name()));
            } else if (operation instanceof DropIndex drop) {
                dropped.add(drop.index());
            }
        }
        return dropped;
    }

    private static String sql(Extra extra, ObjectName table, String index) {
        String name = ReservedWords.quote(index);
        return switch (extra.kind()) {
            case CLUSTERING -> "ALTER TABLE " + SqlText.name(table) + " CLUSTER ON " + name;
            case REPLICA_IDENTITY -> "ALTER TABLE " + SqlText.name(table) + " REPLICA IDENTITY USING INDEX " + name;
            default -> "ALTER INDEX " + SqlText.name(table.sibling(index)) + " SET (" + extra.definition() + ")";
        };
    }
}
