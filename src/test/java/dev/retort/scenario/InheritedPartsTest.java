package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.RowQuestion;
import dev.retort.diff.SchemaDiffer;
import dev.retort.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a child inherits on one side and has for itself on the other: there, back and there again, and its rows stay what they are. */
class InheritedPartsTest {

    private static final Scope ALL = new Scope(null, List.of(), List.of(), Set.of());

    /** Before, after, and what a row of the child holds all along. */
    private static final List<List<String>> PAIRS = List.of(
            List.of(
                    "p (a int, e int)",
                    "c (b int) INHERITS (p)",
                    "p (a int)",
                    "c (b int, e int) INHERITS (p)",
                    "a, b, e"),
            List.of(
                    "p (a int, e int NOT NULL DEFAULT 3)",
                    "c (b int) INHERITS (p)",
                    "p (a int)",
                    "c (b int, e bigint DEFAULT 5) INHERITS (p)",
                    "a, b, e"),
            List.of(
                    "p (a int, e int DEFAULT 4, CHECK (e > 0))",
                    "c (b int) INHERITS (p)",
                    "p (a int, e int DEFAULT 4, CHECK (e > 0))",
                    "c (a int, e int DEFAULT 4, b int, CONSTRAINT p_e_check CHECK (e > 0))",
                    "a, b, e"),
            List.of("p (a int, e int)", "c (b int) INHERITS (p)", "p (a int, e int)", "c (b int)", "b"),
            List.of(
                    "p (a int, e int)",
                    "c (b int) INHERITS (p)",
                    "p (a int, e int)",
                    "c (b int, e int) INHERITS (p)",
                    "a, b, e"),
            List.of(
                    "p (a int)",
                    "c (b int, CHECK (b > 0)) INHERITS (p)",
                    "p (a int)",
                    "c (a int, b int, CHECK (b > 0))",
                    "a, b"),
            List.of(
                    "p (a int, CHECK (a > 0))",
                    "c (b int) INHERITS (p)",
                    "p (a int, CHECK (a > 1))",
                    "c (b int, CONSTRAINT p_a_check CHECK (a > 1)) INHERITS (p)",
                    "a, b"),
            List.of("p (a int, n int)", "c (a int, b int)", "p (a int)", "c (b int) INHERITS (p)", "a, b"),
            List.of(
                    "p (a int, e int); CREATE TABLE d (b int) INHERITS (p)",
                    "c (b int) INHERITS (d)",
                    "p (a int); CREATE TABLE d (b int) INHERITS (p)",
                    "c (b int, e int) INHERITS (d)",
                    "a, b, e"));

    @Test
    void leadThereAndBackAndKeepTheRows() throws SQLException {
        ScenarioDatabase database = new ScenarioDatabase();
        try {
            for (List<String> pair : PAIRS) {
                database.load(tables(pair, 2));
                Schema to = database.read(ALL);
                database.load(tables(pair, 0));
                Schema from = database.read(ALL);
                try (Statement statement = database.connection().createStatement()) {
                    String columns = pair.get(4);
                    String row = columns.replaceAll("\\w", "7");
                    statement.execute("INSERT INTO c (" + columns + ") VALUES (" + row + ")");
                    for (List<Schema> way : List.of(List.of(from, to), List.of(to, from), List.of(from, to))) {
                        database.apply(SchemaDiffer.diff(way.get(0), way.get(1), Renames.NONE)
                                .operations());
                        Difference rest = SchemaDiffer.diff(database.read(ALL), way.get(1), Renames.NONE);
                        assertThat(rest.operations()).as("%s", pair).isEmpty();
                        try (ResultSet rows =
                                statement.executeQuery("SELECT concat_ws(', ', " + columns + ") FROM c")) {
                            assertThat(rows.next()).as("%s", pair).isTrue();
                            assertThat(rows.getString(1)).as("%s", pair).isEqualTo(row);
                        }
                    }
                }
            }
        } finally {
            database.close();
        }
    }

    /** What a child has beside what it inherits is seen and changes. */
    @Test
    void aDefaultAndANotNullOfAChildAlone() throws SQLException {
        String tables = "CREATE TABLE p (a int DEFAULT 1, b int); CREATE TABLE c () INHERITS (p);";
        ScenarioDatabase database = new ScenarioDatabase();
        try {
            database.load(tables + "ALTER TABLE c ALTER a SET DEFAULT 3, ALTER b SET NOT NULL");
            Schema to = database.read(ALL);
            database.load(tables + "ALTER TABLE c ALTER a SET DEFAULT 2");
            Schema from = database.read(ALL);
            for (List<Schema> way : List.of(List.of(from, to), List.of(to, from))) {
                Difference difference = SchemaDiffer.diff(way.get(0), way.get(1), Renames.NONE);
                assertThat(difference.operations()).hasSize(2);
                database.apply(difference.operations());
                assertThat(Sorted.of(database.read(ALL))).isEqualTo(Sorted.of(way.get(1)));
            }
        } finally {
            database.close();
        }
    }

    /** The rows that an exclusion constraint fails on are told, and counted as they are. */
    @Test
    void anExclusionSaysWhichRowsExcludeOneAnother() throws SQLException {
        String tables = "CREATE TABLE t (\"No\" int, at int4range";
        ScenarioDatabase database = new ScenarioDatabase();
        try {
            database.load(
                    tables + ", CONSTRAINT x EXCLUDE USING gist (at WITH &&, int4range(\"No\", \"No\", '[]') WITH =),"
                            + " CONSTRAINT y EXCLUDE (\"No\" int4_ops WITH =))");
            Schema to = database.read(ALL);
            database.load(tables + "); INSERT INTO t VALUES (1, '[1,3)'), (1, '[2,4)'), (2, '[5,6)')");
            Difference difference = SchemaDiffer.diff(database.read(ALL), to, Renames.NONE);
            assertThat(difference.warnings())
                    .filteredOn(w -> w.rule().equals("data-dependent-exclusion"))
                    .extracting(w -> w.objects().get(0))
                    .containsExactly("public.t.x", "public.t.y");
            List<String> counts = difference.doubts().stream()
                    .flatMap(doubt -> Stream.ofNullable(doubt.rows()))
                    .map(RowQuestion::count)
                    .toList();
            assertThat(counts).hasSize(1);
            try (Statement statement = database.connection().createStatement();
                    ResultSet rows = statement.executeQuery(counts.get(0))) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(2);
            }
        } finally {
            database.close();
        }
    }

    private static String tables(List<String> pair, int first) {
        return "CREATE TABLE " + pair.get(first) + "; CREATE TABLE " + pair.get(first + 1) + ";";
    }
}
