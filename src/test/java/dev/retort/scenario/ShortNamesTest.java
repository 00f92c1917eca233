package dev.retort.scenario;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Moves between tables that have the short names by which the offered statements call what they read. */
class ShortNamesTest {

    private static final List<List<String>> NAMES = List.of(List.of("m", "n"), List.of("n", "m"), List.of("e", "m"));

    private static ScenarioDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new ScenarioDatabase();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void attributesThatGoToTheOtherEnd() throws SQLException {
        bothWays(
                "CREATE TABLE %1$s (id int PRIMARY KEY, x text); CREATE TABLE %2$s (id int PRIMARY KEY, own int NOT NULL UNIQUE REFERENCES %1$s)",
                "INSERT INTO %1$s VALUES (1, 'x'); INSERT INTO %2$s VALUES (7, 1)",
                "(1,x); (7,1)",
                "CREATE TABLE %1$s (id int PRIMARY KEY); CREATE TABLE %2$s (id int PRIMARY KEY, own int NOT NULL UNIQUE REFERENCES %1$s, x text)",
                "INSERT INTO %1$s VALUES (1); INSERT INTO %2$s VALUES (7, 1, 'x')",
                "(1); (7,1,x)");
    }

    @Test
    void arraysThatBecomeRows() throws SQLException {
        for (String name : List.of("m", "n", "e")) {
            String array = "CREATE TABLE %1$s (id int PRIMARY KEY, tags int[])".formatted(name);
            String rows =
                    "CREATE TABLE %1$s (id int PRIMARY KEY); CREATE TABLE %1$s_tags (own int NOT NULL REFERENCES %1$s, tags int, place int, PRIMARY KEY (own, place))"
                            .formatted(name);
            MoveRoad road = MoveRoad.between(database, array, rows);
            road.execute("INSERT INTO %s VALUES (1, '{9,8}'), (2, NULL)".formatted(name));
            road.thereAndBack(MoveRoad.rowsOf(name + "_tags"), "(1,8,1) (1,9,0)", MoveRoad.rowsOf(name));
            road = MoveRoad.between(database, rows, array);
            road.execute(
                    "INSERT INTO %1$s VALUES (1); INSERT INTO %1$s_tags VALUES (1, 9, 0), (1, 8, 1)".formatted(name));
            road.thereAndBack(MoveRoad.rowsOf(name), "(1,\"{9,8}\")", MoveRoad.rowsOf(name, name + "_tags"));
        }
    }

    @Test
    void joinedClassesThatBecomeOne() throws SQLException {
        String kind = "dtype text NOT NULL CHECK (dtype IN ('%1$s', '%2$s'))";
        for (List<String> names : NAMES) {
            Object[] called = names.toArray();
            MoveRoad road = MoveRoad.between(
                    database,
                    ("CREATE TABLE %1$s (id int PRIMARY KEY, " + kind
                                    + "); CREATE TABLE %2$s (id int PRIMARY KEY REFERENCES %1$s, x text)")
                            .formatted(called),
                    ("CREATE TABLE %1$s (id int PRIMARY KEY, " + kind + ", x text)").formatted(called));
            road.execute("INSERT INTO %1$s VALUES (1, '%2$s'), (2, '%1$s'); INSERT INTO %2$s VALUES (1, 'x')"
                    .formatted(called));
            road.thereAndBack(
                    MoveRoad.rowsOf(names.get(0)),
                    "(1,%2$s,x) (2,%1$s,)".formatted(called),
                    MoveRoad.rowsOf(names.get(0), names.get(1)));
        }
    }

    @Test
    void joinTablesThatBecomeReferences() throws SQLException {
        for (List<String> names : NAMES) {
            Object[] called = {names.get(0), names.get(1), "m".equals(names.get(1)) ? "k" : "m2"};
            MoveRoad road = MoveRoad.between(
                    database,
                    "CREATE TABLE %1$s (id int PRIMARY KEY); CREATE TABLE %3$s (id int PRIMARY KEY); CREATE TABLE %2$s (a int NOT NULL UNIQUE REFERENCES %1$s, b int NOT NULL REFERENCES %3$s)"
                            .formatted(called),
                    "CREATE TABLE %3$s (id int PRIMARY KEY); CREATE TABLE %1$s (id int PRIMARY KEY, b int REFERENCES %3$s)"
                            .formatted(called));
            road.execute("INSERT INTO %1$s VALUES (1), (2); INSERT INTO %3$s VALUES (5); INSERT INTO %2$s VALUES (1, 5)"
                    .formatted(called));
            road.thereAndBack(MoveRoad.rowsOf(names.get(0)), "(1,5) (2,)", MoveRoad.rowsOf(names.get(0), names.get(1)));
        }
    }

    private static void bothWays(String is, String rows, String before, String shall, String itsRows, String after)
            throws SQLException {
        for (List<String> names : NAMES) {
            Object[] called = names.toArray();
            String all = MoveRoad.rowsOf(names.get(0), names.get(1));
            MoveRoad road = MoveRoad.between(database, is.formatted(called), shall.formatted(called));
            road.execute(rows.formatted(called));
            road.thereAndBack(all, after, all);
            road = MoveRoad.between(database, shall.formatted(called), is.formatted(called));
            road.execute(itsRows.formatted(called));
            road.thereAndBack(all, before, all);
        }
    }
}
