package dev.retort.scenario;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that move to rows of a new table with the indicator of Hibernate's {@code @SoftDelete}: none is deleted there, and what is deleted later does not come back. */
class SoftDeletedMovesTest {

    private static final String COMMENT = "; COMMENT ON COLUMN %s IS 'Soft-delete indicator'";

    @Test
    void elementsOfAnArray() throws SQLException {
        for (String deleted : List.of("deleted boolean NOT NULL", "deleted timestamptz")) {
            String rows =
                    "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE a_tags (a_id int NOT NULL REFERENCES a, tags text NOT NULL, "
                            + deleted + ")" + COMMENT.formatted("a_tags.deleted");
            String array = "CREATE TABLE a (id int PRIMARY KEY, tags text[])";
            String gone = deleted.contains("boolean") ? "true" : "now()";
            try (ScenarioDatabase database = new ScenarioDatabase()) {
                MoveRoad road = MoveRoad.between(database, array, rows);
                road.execute("INSERT INTO a VALUES (1, '{x,y}'), (2, NULL)");
                road.thereAndBack(
                        "SELECT string_agg(a_id || tags || coalesce(deleted::text, 'live'), ' ' ORDER BY tags) FROM a_tags",
                        gone.equals("true") ? "1xfalse 1yfalse" : "1xlive 1ylive",
                        MoveRoad.rowsOf("a"));
                road.backWith(
                        "UPDATE a_tags SET deleted = " + gone + " WHERE tags = 'x'",
                        MoveRoad.rowsOf("a"),
                        "(1,{y}) (2,)");
                road = MoveRoad.between(database, rows, array);
                road.execute("INSERT INTO a VALUES (1); INSERT INTO a_tags (a_id, tags, deleted) VALUES (1, 'x', "
                        + (gone.equals("true") ? "false" : "NULL") + ")");
                road.thereAndBack(MoveRoad.rowsOf("a"), "(1,{x})", MoveRoad.rowsOf("a_tags"));
            }
        }
    }

    @Test
    void referencesThatBecomeRows() throws SQLException {
        String both = "CREATE TABLE g (id int PRIMARY KEY);";
        for (String indicator : List.of("deleted", "active")) {
            String joined = both + "CREATE TABLE d (id int PRIMARY KEY);"
                    + " CREATE TABLE d_g (d_id int REFERENCES d, g_id int REFERENCES g, " + indicator
                    + " boolean NOT NULL, PRIMARY KEY (d_id, g_id))" + COMMENT.formatted("d_g." + indicator);
            try (ScenarioDatabase database = new ScenarioDatabase()) {
                MoveRoad road = MoveRoad.between(
                        database, both + "CREATE TABLE d (id int PRIMARY KEY, g_id int REFERENCES g)", joined);
                road.execute("INSERT INTO g VALUES (5), (6); INSERT INTO d VALUES (1, 5), (2, NULL), (3, 6)");
                road.thereAndBack(
                        MoveRoad.rowsOf("d_g"),
                        indicator.equals("active") ? "(1,5,t) (3,6,t)" : "(1,5,f) (3,6,f)",
                        MoveRoad.rowsOf("d"));
                road.backWith(
                        "UPDATE d_g SET %1$s = NOT %1$s WHERE d_id = 3".formatted(indicator),
                        MoveRoad.rowsOf("d"),
                        "(1,5) (2,) (3,)");
            }
        }
    }
}
