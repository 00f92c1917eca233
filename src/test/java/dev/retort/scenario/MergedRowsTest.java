package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.Answering;
import dev.retort.diff.Answers;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Execute;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tables that go while others take their rows: what the warnings say, pasted where they say it, up, down and up again. */
class MergedRowsTest {

    private static final Pattern BACKFILL = Pattern.compile("`--backfill '(.*?)'`");

    private static ScenarioDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new ScenarioDatabase();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    /** Hibernate checks what a subclass must have, so its values are there before. */
    @Test
    void joinedBecomesOneTable() throws SQLException {
        String other = " CREATE TABLE trip (id int PRIMARY KEY, \"lo co\" int REFERENCES %s)";
        MoveRoad road = road("""
                CREATE TABLE stock (id int PRIMARY KEY, name text);
                CREATE TABLE wagon (id int PRIMARY KEY REFERENCES stock, load int);
                CREATE TABLE "Loco motive" ("i d" int PRIMARY KEY REFERENCES stock, power int NOT NULL, "nick name" text);
                CREATE TABLE tank_wagon (id int PRIMARY KEY REFERENCES wagon);
                """ + other.formatted("\"Loco motive\""), """
                CREATE TABLE stock (id int PRIMARY KEY, name text, load int, power int, "nick name" text,
                    dtype varchar(31) NOT NULL CHECK (dtype IN ('Stock', 'LocoMotive', 'Wagon', 'TankWagon')),
                    CHECK (dtype <> 'LocoMotive' OR power IS NOT NULL));
                """ + other.formatted("stock"));
        road.execute(
                "INSERT INTO stock VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'); INSERT INTO wagon VALUES (2, 20), (3, NULL);"
                        + " INSERT INTO tank_wagon VALUES (3); INSERT INTO \"Loco motive\" VALUES (4, 900, 'it''s'); INSERT INTO trip VALUES (1, 4)");
        road.thereAndBack(
                "SELECT string_agg((id, name, load, power, \"nick name\", dtype)::text, ' ' ORDER BY id) FROM stock",
                "(1,a,,,,Stock) (2,b,20,,,Wagon) (3,c,,,,TankWagon) (4,d,,900,it's,LocoMotive)",
                MoveRoad.rowsOf("stock", "wagon", "Loco motive", "tank_wagon", "trip"));
    }

    /** Which rows go back to a table that no value of the discriminator is called after only people know. */
    @Test
    void backAsFarAsTheNameIsKnown() throws SQLException {
        MoveRoad road = road(
                "CREATE TABLE stock (id int PRIMARY KEY); CREATE TABLE \"or der\" (id int PRIMARY KEY REFERENCES stock, load int NOT NULL);"
                        + " CREATE TABLE tank_wagon (id int PRIMARY KEY REFERENCES \"or der\", volume int)",
                "CREATE TABLE stock (id int PRIMARY KEY, load int, volume int,"
                        + " dtype varchar(31) CHECK (dtype IN ('Stock', 'Wagon', 'TankWagon')))");
        assertThat(road.up().warnings())
                .filteredOn(w -> w.objects().contains("public.or der"))
                .singleElement()
                .matches(w -> w.rule().equals("possible-move")
                        && w.cure().contains("add `OR dtype IN ('Wagon')` to the condition"));
        road.execute("INSERT INTO stock VALUES (1), (2), (3); INSERT INTO \"or der\" VALUES (2, 5), (3, 6);"
                + " INSERT INTO tank_wagon VALUES (3, 7)");
        road.backWith(
                "UPDATE stock SET dtype = CASE id WHEN 1 THEN 'Stock' WHEN 2 THEN 'Wagon' ELSE 'TankWagon' END",
                MoveRoad.rowsOf("stock", "or der", "tank_wagon"),
                "(1) (2) (3); (2,5) (3,6); (3,7)");
    }

    @Test
    void tablesOfClassesBecomeOne() throws SQLException {
        String classes = "CREATE TABLE circle (id int PRIMARY KEY, name text NOT NULL, r int NOT NULL);"
                + " CREATE TABLE \"Squ are\" (id int PRIMARY KEY, name text NOT NULL, a int, twice int GENERATED ALWAYS AS (a * 2) STORED);"
                + " CREATE TABLE label (id int PRIMARY KEY, circle_id int REFERENCES %s);";
        String one = "CREATE TABLE shape (id int PRIMARY KEY, name text NOT NULL, r int, a int, twice int,"
                + " dtype varchar(31) NOT NULL CHECK (dtype IN (%s)), CHECK (dtype <> 'Circle' OR r IS NOT NULL));"
                + " CREATE TABLE label (id int PRIMARY KEY, circle_id int REFERENCES shape)";
        String rows =
                "INSERT INTO circle VALUES (1, 'a', 7), (2, 'b', 8); INSERT INTO \"Squ are\" VALUES (3, 'c', 9); INSERT INTO label VALUES (5, 2);";
        String query = "SELECT string_agg((id, name, r, a, dtype)::text, ' ' ORDER BY id) FROM shape";
        MoveRoad road = road(classes.formatted("circle"), one.formatted("'Circle', 'Square'"));
        road.execute(rows);
        road.thereAndBack(
                query,
                "(1,a,7,,Circle) (2,b,8,,Circle) (3,c,,9,Square)",
                MoveRoad.rowsOf("circle", "Squ are", "label"));
        // The root has a table of its own before.
        road = road(
                classes.formatted("circle") + "CREATE TABLE shape (id int PRIMARY KEY, name text NOT NULL)",
                one.formatted("'Shape', 'Circle', 'Square'"));
        road.execute(rows + "INSERT INTO shape VALUES (4, 'd')");
        road.thereAndBack(
                query,
                "(1,a,7,,Circle) (2,b,8,,Circle) (3,c,,9,Square) (4,d,,,Shape)",
                MoveRoad.rowsOf("circle", "Squ are", "label", "shape"));
    }

    @Test
    void joinTablesBecomeReferences() throws SQLException {
        String ends = "CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE note (code text PRIMARY KEY);"
                + " CREATE TABLE item (id int PRIMARY KEY%s); CREATE TABLE child (id int PRIMARY KEY%s);";
        MoveRoad road = road(
                ends.formatted("", "")
                        + " CREATE TABLE parent_child (parent_id int NOT NULL REFERENCES parent, \"child ren\" int NOT NULL UNIQUE REFERENCES child,"
                        + " place int NOT NULL, PRIMARY KEY (parent_id, place));"
                        + " CREATE TABLE note_item (note text NOT NULL REFERENCES note, item int NOT NULL REFERENCES item)",
                ends.formatted(
                        ", note_code text NOT NULL REFERENCES note", ", parent_id int REFERENCES parent, place int"));
        assertThat(road.up().warnings())
                .filteredOn(w -> w.rule().equals("possible-move") && w.cure().contains("Of several rows"))
                .flatExtracting(Warning::objects)
                .containsExactly("public.note_item");
        road.execute(
                "INSERT INTO parent VALUES (1), (2); INSERT INTO child VALUES (3), (4), (5); INSERT INTO parent_child VALUES (1, 4, 0), (1, 3, 1);"
                        + " INSERT INTO note VALUES ('a'); INSERT INTO item VALUES (6); INSERT INTO note_item VALUES ('a', 6)");
        road.thereAndBack(
                "SELECT (SELECT string_agg((id, parent_id, place)::text, ' ' ORDER BY id) FROM child) || (SELECT string_agg((id, note_code)::text, ' ') FROM item)",
                "(3,1,1) (4,1,0) (5,,)(6,a)",
                MoveRoad.rowsOf("parent", "child", "parent_child", "item", "note_item"));
    }

    /** What might as well be something else is a loss. */
    @Test
    void whatIsNotSureIsNoMove() throws SQLException {
        List<List<String>> roads = List.of(
                // Which end is the parent nobody knows.
                List.of(
                        "CREATE TABLE node (id int PRIMARY KEY); CREATE TABLE node_node (a int REFERENCES node, b int REFERENCES node)",
                        "CREATE TABLE node (id int PRIMARY KEY, node_id int REFERENCES node)"),
                // The join has a column of its own.
                List.of(
                        "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY);"
                                + " CREATE TABLE a_b (a int REFERENCES a, b int REFERENCES b, since date)",
                        "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a)"),
                // A column has no place there.
                List.of(
                        "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY REFERENCES a, x int, y int)",
                        "CREATE TABLE a (id int PRIMARY KEY, x int)"),
                // The list says of something else.
                List.of(
                        "CREATE TABLE a (id int PRIMARY KEY, kind text CHECK (kind IN ('bee', 'ant'))); CREATE TABLE bee (id int PRIMARY KEY)",
                        "CREATE TABLE a (id int PRIMARY KEY, kind text CHECK (kind IN ('bee', 'ant')))"));
        for (List<String> road : roads) {
            assertThat(road(road.get(0), road.get(1)).up().warnings())
                    .extracting(Warning::rule)
                    .contains("data-loss")
                    .doesNotContain("possible-move");
        }
    }

    /** Rows of a class keep being of it, also where their columns are lost. */
    @Test
    void theDiscriminatorTellsAllThatIsThere() throws SQLException {
        String root = "CREATE TABLE stock (id int PRIMARY KEY%s);";
        String kinds = ", dtype text NOT NULL CHECK (dtype IN ('Stock', 'Wagon'))";
        assertThat(road(
                                root.formatted("")
                                        + " CREATE TABLE wagon (id int PRIMARY KEY REFERENCES stock, load int, lost int)",
                                root.formatted(kinds + ", load int"))
                        .up()
                        .operations())
                .filteredOn(Execute.class::isInstance)
                .extracting(o -> ((Execute) o).sql())
                .containsExactly(
                        "UPDATE stock SET dtype = CASE WHEN EXISTS (SELECT 1 FROM wagon m WHERE m.id = stock.id) THEN 'Wagon' ELSE 'Stock' END");
        assertThat(road(
                                root.formatted("") + " CREATE TABLE wagon (id int PRIMARY KEY, load int, lost int)",
                                root.formatted(kinds + ", load int"))
                        .up()
                        .operations())
                .as("rows that have no place there are of no kind")
                .noneMatch(Execute.class::isInstance);
    }

    /** Who follows a backfill of all rows, and moves what is there, keeps what moved. */
    @Test
    void whatMovedStaysWhereTheRestIsFilled() throws SQLException {
        String ends = "CREATE TABLE team (id int PRIMARY KEY); CREATE TABLE player (id int PRIMARY KEY%s);";
        String before =
                ends.formatted("") + " CREATE TABLE team_player (team int NOT NULL REFERENCES team, players int %s)";
        String after = ends.formatted(", \"te am\" int NOT NULL REFERENCES team");
        String rows = "INSERT INTO team VALUES (1), (2); INSERT INTO player VALUES (7), (8);"
                + " INSERT INTO team_player (team, players) VALUES (1, 7), (2, 8);";
        String query = "SELECT string_agg((id, \"te am\")::text, ' ' ORDER BY id) FROM player";
        String move = "'player.te am=(SELECT m.team FROM team_player m WHERE m.players = player.id)'";
        for (String key : List.of(
                "PRIMARY KEY REFERENCES player", "NOT NULL UNIQUE REFERENCES player, PRIMARY KEY (team, players)")) {
            // Nobody said anything, one value for all, the one that is offered.
            for (List<String> backfills : List.of(
                    List.<String>of(), List.of("player.\"te am\"=(SELECT min(id) FROM team)"), List.of("offered"))) {
                MoveRoad road = road(before.formatted(key), after, backfills);
                if (backfills.isEmpty()) {
                    assertThat(road.up().warnings())
                            .filteredOn(w -> w.rule().equals("required-column-without-default"))
                            .singleElement()
                            .matches(w -> w.cure().contains("--backfill " + move));
                    assertThat(road.up().warnings())
                            .filteredOn(w -> w.rule().equals("possible-move"))
                            .singleElement()
                            .matches(w -> w.cure().contains("take `.notNull()` off where te am is added"));
                }
                road.execute(rows);
                road.thereAndBack(query, "(7,1) (8,2)", MoveRoad.rowsOf("team", "player", "team_player"));
            }
        }
    }

    /** The rows of other classes have none of a subclass's values. */
    @Test
    void aRequiredColumnOfASubclassIsFilledForTheOthers() throws SQLException {
        MoveRoad road = road("""
                CREATE TABLE vehicle (id int PRIMARY KEY);
                CREATE TABLE truck (id int PRIMARY KEY REFERENCES vehicle, load int NOT NULL);
                CREATE TABLE bike (id int PRIMARY KEY REFERENCES vehicle, gear int NOT NULL);
                """, """
                CREATE TABLE vehicle (id int PRIMARY KEY, load int NOT NULL, gear int,
                    dtype varchar(31) NOT NULL CHECK (dtype IN ('Vehicle', 'Truck', 'Bike')),
                    CONSTRAINT has_gear CHECK (dtype <> 'Bike' OR gear IS NOT NULL));
                """, List.of("dtype", "vehicle.load=0"));
        assertThat(road.up().warnings())
                .filteredOn(w -> w.message().contains("has_gear"))
                .flatExtracting(Warning::objects)
                .containsExactly("public.bike");
        road.execute(
                "INSERT INTO vehicle VALUES (1), (2), (3); INSERT INTO truck VALUES (2, 5); INSERT INTO bike VALUES (3, 7)");
        road.thereAndBack(
                "SELECT string_agg((id, load, gear, dtype)::text, ' ' ORDER BY id) FROM vehicle",
                "(1,0,,Vehicle) (2,5,,Truck) (3,0,7,Bike)",
                MoveRoad.rowsOf("vehicle", "truck", "bike"));
    }

    private static MoveRoad road(String is, String shall) throws SQLException {
        return road(is, shall, List.of("dtype"));
    }

    /** With these backfills, or with what is offered for a column. */
    private static MoveRoad road(String is, String shall, List<String> said) throws SQLException {
        List<Schema> both = MoveRoad.read(database, is, shall);
        Schema from = both.get(0);
        Schema to = both.get(1);
        Difference up = SchemaDiffer.diff(from, to, Renames.NONE);
        List<String> backfills = up.warnings().stream()
                .map(w -> BACKFILL.matcher(w.cure()))
                .filter(Matcher::find)
                .map(m -> m.group(1).replace("'\\''", "'"))
                .filter(b -> said.contains("offered") || (said.contains("dtype") && b.contains("dtype")))
                .collect(Collectors.toCollection(ArrayList::new));
        said.stream().filter(b -> b.contains("=")).forEach(backfills::add);
        Answering.Answered answered = Answering.compare(
                from, to, Renames.NONE, Answers.parse(List.of(), backfills, List.of()), difference -> difference);
        return new MoveRoad(database, from, to, answered.up(), answered.down());
    }
}
