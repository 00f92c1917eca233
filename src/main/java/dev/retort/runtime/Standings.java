package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.HistoryTable.LastApplied;
import dev.retort.runtime.StepTable.StepRow;
import dev.retort.runtime.SyncTable.Made;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where many PostgreSQL schemas of one database stand, asked in a few round trips however many there are. */
public final class Standings {

    private Standings() {}

    /**
     * The rows of each version table and what is half done, and nothing else of where a schema stands.
     *
     * @param namespaces the PostgreSQL schemas; those that do not exist are left out of the result
     * @throws DatabaseException if the server cannot be reached, or refuses one of the tables
     */
    public static SortedMap<String, Standing> rows(Database database, Collection<String> namespaces) {
        return read(database, namespaces, connection -> {
            ManyTables tables = ManyTables.find(connection, namespaces, List.of(VersionTable.NAME, StepTable.NAME));
            return standings(
                    tables,
                    tables.read(VersionTable.NAME, "", VersionTable::query, VersionTable::row),
                    tables.read(StepTable.NAME, "", StepTable::query, StepTable::row),
                    Map.of(),
                    Map.of());
        });
    }

    /**
     * All that is known of where each stands. Of what was applied, only what the files say otherwise: a thousand schemas have all the rest in common.
     *
     * @param namespaces as for {@link #rows}
     * @param loader the revisions as their files are now
     * @throws DatabaseException as {@link #rows}
     */
    public static SortedMap<String, Standing> whole(
            Database database, Collection<String> namespaces, RevisionLoader loader) {
        return read(database, namespaces, connection -> {
            ManyTables tables = ManyTables.find(
                    connection,
                    namespaces,
                    List.of(VersionTable.NAME, StepTable.NAME, HistoryTable.NAME, SyncTable.NAME));
            return standings(
                    tables,
                    tables.read(VersionTable.NAME, "", VersionTable::query, VersionTable::row),
                    tables.read(StepTable.NAME, "", StepTable::query, StepTable::row),
                    edited(tables, loader),
                    tables.read(SyncTable.NAME, "", SyncTable::query, SyncTable::row));
        });
    }

    private static Map<String, List<Map.Entry<String, LastApplied>>> edited(ManyTables tables, RevisionLoader loader)
            throws SQLException {
        if (!tables.any(HistoryTable.NAME) || loader.graph().isEmpty()) {
            return Map.of();
        }
        Map<String, String> now = new TreeMap<>();
        for (RevisionInfo revision : loader.graph().all()) {
            now.put(revision.id(), loader.checksum(revision));
        }
        return tables.read(HistoryTable.NAME, HistoryTable.now(now), HistoryTable::otherThanNow, HistoryTable::row);
    }

    private static SortedMap<String, Standing> standings(
            ManyTables tables,
            Map<String, List<String>> rows,
            Map<String, List<StepRow>> steps,
            Map<String, List<Map.Entry<String, LastApplied>>> applied,
            Map<String, List<Made>> synced) {
        SortedMap<String, Standing> standings = new TreeMap<>();
        for (String namespace : tables.namespaces()) {
            List<StepRow> inOrder = new ArrayList<>(steps.getOrDefault(namespace, List.of()));
            inOrder.sort(Comparator.comparing(StepRow::revision)
                    .thenComparing(row -> row.direction().name())
                    .thenComparing(StepRow::number));
            List<Made> made = new ArrayList<>(synced.getOrDefault(namespace, List.of()));
            made.sort(Comparator.comparing(Made::at));
            standings.put(
                    namespace,
                    new Standing(
                            new TreeSet<>(rows.getOrDefault(namespace, List.of())),
                            HalfDone.of(inOrder),
                            applied.getOrDefault(namespace, List.of()).stream()
                                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                            made));
        }
        return standings;
    }

    /** Asks on a connection. */
    @FunctionalInterface
    private interface Question {
        SortedMap<String, Standing> ask(Connection connection) throws SQLException;
    }

    private static SortedMap<String, Standing> read(
            Database database, Collection<String> namespaces, Question question) {
        if (namespaces.isEmpty()) {
            return new TreeMap<>();
        }
        try (Connection connection = database.connect()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw SqlErrors.of(
                    "Cannot read the version table" + (namespaces.size() == 1 ? "" : "s") + " of " + database.display(),
                    null,
                    e,
                    VersionTable.cure(VersionTable.NAME, e));
        }
    }
}
