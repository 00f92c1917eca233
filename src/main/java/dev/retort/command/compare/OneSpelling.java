package dev.retort.command.compare;

import dev.retort.catalog.Canonical;
import dev.retort.catalog.Canonicalizer;
import dev.retort.database.Database;
import dev.retort.schema.Extra;
import dev.retort.schema.Index;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two databases in the words of one server. Servers of different major versions print one text differently, and know different things: {@code
 * pg_get_viewdef} writes {@code a.id} until 15 and {@code id} from 16 on, and no server before 18 keeps the name of a {@code NOT NULL}. So the newer
 * one, which understands all that an older one prints, says how it prints what the older one has.
 */
final class OneSpelling {

    /** From which version on a {@code NOT NULL} has a name and can be without its children. */
    private static final int NAMED_NOT_NULLS = 18;

    /** From which version on there is what the others cannot know. */
    private static final Map<Extra.Kind, Integer> SINCE = new EnumMap<>(Map.of(
            Extra.Kind.IDENTITY_SEQUENCE, 15, Extra.Kind.CONSTRAINT, 17, Extra.Kind.CHILD_NOT_NULL, NAMED_NOT_NULLS));

    private OneSpelling() {}

    /**
     * Both sides.
     *
     * @param notCompared what the newer server could not read, one sentence each
     */
    record Sides(Schema left, Schema right, List<String> notCompared) {}

    /** The sides in one spelling; as they are where their servers are of one version. */
    static Sides of(Schema left, Database leftServer, Schema right, Database rightServer) {
        if (left.equals(right)) {
            return new Sides(left, right, List.of());
        }
        return of(left, ServerVersion.of(leftServer), leftServer, right, ServerVersion.of(rightServer), rightServer);
    }

    /** The same for servers of known versions. */
    static Sides of(
            Schema left, int leftVersion, Database leftServer, Schema right, int rightVersion, Database rightServer) {
        if (leftVersion < rightVersion) {
            Canonical spelled = Canonicalizer.canonicalize(known(left, leftVersion, right), right, rightServer);
            return new Sides(withIndexes(spelled.schema(), left), right, spelled.notCompared());
        } else if (rightVersion < leftVersion) {
            Sides turned = of(right, rightVersion, rightServer, left, leftVersion, leftServer);
            return new Sides(/* left= */ turned.right(), /* right= */ turned.left(), turned.notCompared());
        }
        return new Sides(left, right, List.of());
    }

    /** What a database is in the eyes of a newer server: what it cannot know is as it is there. */
    private static Schema known(Schema older, int version, Schema newer) {
        SchemaBuilder known = older.toBuilder();
        if (version < NAMED_NOT_NULLS) {
            older.tables().values().forEach(table -> newer.table(table.name())
                    .map(there -> withNotNulls(table, there))
                    .ifPresent(known::table));
        }
        List<Extra> extras = new ArrayList<>();
        for (Extra extra : older.extras()) {
            if (version >= SINCE.getOrDefault(extra.kind(), 0)) {
                extras.add(namesake(extra, newer, version).orElse(extra));
            }
        }
        newer.extras().stream()
                .filter(extra -> version < SINCE.getOrDefault(extra.kind(), 0))
                .forEach(extras::add);
        return known.extras(extras).build();
    }

    /** Only what holds no nulls on both sides can have a name for it. */
    private static Table withNotNulls(Table older, Table newer) {
        List<NotNull> named = newer.notNulls().stream()
                .filter(notNull -> older.column(notNull.column())
                        .filter(column -> !column.nullable())
                        .isPresent())
                .toList();
        return older.toBuilder().notNulls(named).build();
    }

    /** Of an extension, whose version goes with the server's, and of the name of a partition's {@code NOT NULL}. */
    private static Optional<Extra> namesake(Extra extra, Schema newer, int version) {
        boolean ofServer = extra.kind() == Extra.Kind.EXTENSION
                || (extra.kind() == Extra.Kind.PARTITION_NOT_NULL && version < NAMED_NOT_NULLS);
        return ofServer ? newer.extras().stream().filter(extra::isSame).findFirst() : Optional.empty();
    }

    /** The server is asked about the queries of views alone, so the indexes are those that were there. */
    private static Schema withIndexes(Schema spelled, Schema read) {
        SchemaBuilder builder = spelled.toBuilder();
        spelled.views().forEach((name, view) -> builder.view(view.withIndexes(indexes(name, view, read))));
        return builder.build();
    }

    private static List<Index> indexes(ObjectName name, View view, Schema read) {
        View there = read.views().get(name);
        return there == null ? view.indexes() : there.indexes();
    }
}
