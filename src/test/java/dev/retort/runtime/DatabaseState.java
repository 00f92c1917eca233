package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.database.Database;
import dev.retort.scenario.PgDump;
import dev.retort.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that a database holds: its schema as we read it, and the rows of every table, our own included; of the history without what no two runs share.
 *
 * @param schema its schema
 * @param rows the rows of each table, as text, sorted
 */
record DatabaseState(Schema schema, Map<String, List<String>> rows) {

    static DatabaseState of(Database database) {
        return new DatabaseState(CatalogReader.read(database, Scope.ALL), rows(database));
    }

    /** The rows of every table, by a query a table in one. */
    static Map<String, List<String>> rows(Database database) {
        try (SqlSession session = SqlSession.open(database)) {
            List<String> tables = session
                    .query(
                            "SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
                    .stream()
                    .map(row -> row.string("name"))
                    .toList();
            Map<String, List<String>> rows = new TreeMap<>();
            tables.forEach(table -> rows.put(table, new ArrayList<>()));
            if (!tables.isEmpty()) {
                session.query(tables.stream()
                                .map(table -> "SELECT " + Identifiers.literal(table) + " AS name, "
                                        + (table.equals(HistoryTable.NAME)
                                                ? "concat_ws(' ', revision, action, checksum)"
                                                : "t::text")
                                        + " AS row FROM " + table + " t")
                                .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 1, 2")))
                        .forEach(row -> rows.get(row.string("name")).add(row.string("row")));
            }
            return rows;
        }
    }

    /** Asserts that two databases hold the same. */
    static void same(Database one, Database other, String what) {
        DatabaseState first = of(one);
        DatabaseState second = of(other);
        assertThat(first.rows()).as(what).isEqualTo(second.rows());
        assertThat(first.schema()).as(what).isEqualTo(second.schema());
    }

    /** Asserts the same by {@code pg_dump}; returns whether there is one for this server. */
    static boolean sameDump(Database one, Database other, String what) {
        try (Connection first = one.connect();
                Connection second = other.connect()) {
            Optional<Path> program = PgDump.program(first);
            if (program.isEmpty()) {
                return false;
            }
            assertThat(PgDump.dump(program.get(), first)).as(what).isEqualTo(PgDump.dump(program.get(), second));
            return true;
        } catch (SQLException | IOException e) {
            throw new AssertionError(what, e);
        }
    }
}
