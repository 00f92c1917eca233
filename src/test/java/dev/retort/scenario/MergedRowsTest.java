package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Answering;
import dev.retort.diff.Answers;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tables that go while others take their rows: what the warnings say, pasted where they say it, up, down and up again. */
class MergedRowsTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));

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
        Road road = road("""
                CREATE TABLE stock (id int PRIMARY KEY, name text);
                CREATE TABLE wagon (id int PRIMARY KEY REFERENCES stock, load int);
                CREATE TABLE "Loco motive" ("i d" int PRIMARY KEY REFERENCES stock, power int NOT NULL, "nick name" text);
                CREATE TABLE tank_wagon (id int PRIMARY KEY REFERENCES wagon);
                """ + other.formatted("\"Loco motive\""), """
                CREATE TABLE stock (id int PRIMARY KEY, name text, load int, power int, "nick name" text,
                    dtype varchar(31) NOT NULL CHECK (dtype IN ('Stock', 'LocoMotive', 'Wagon', 'TankWagon')),
                    CHECK (dtype <> 'LocoMotive' OR power IS NOT NULL));
                """ + other.formatted("stock"));
        execute(
                "INSERT INTO stock VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'); INSERT INTO wagon VALUES (2, 20), (3, NULL);"
                        + " INSERT INTO tank_wagon VALUES (3); INSERT INTO \"Loco motive\" VALUES (4, 900, 'it''s'); INSERT INTO trip VALUES (1, 4)");
        road.thereAndBack(
                List.of("stock", "wagon", "Loco motive", "tank_wagon", "trip"),
                "SELECT string_agg((id, name, load, power, \"nick name\", dtype)::text, ' ' ORDER BY id) FROM stock",
                "(1,a,,,,Stock) (2,b,20,,,Wagon) (3,c,,,,TankWagon) (4,d,,900,it's,LocoMotive)");
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
        Road road = road(classes.formatted("circle"), one.formatted("'Circle', 'Square'"));
        execute(rows);
        road.thereAndBack(
                List.of("circle", "Squ are", "label"), query, "(1,a,7,,Circle) (2,b,8,,Circle) (3,c,,9,Square)");
        // The root has a table of its own before.
        road = road(
                classes.formatted("circle") + "CREATE TABLE shape (id int PRIMARY KEY, name text NOT NULL)",
                one.formatted("'Shape', 'Circle', 'Square'"));
        execute(rows + "INSERT INTO shape VALUES (4, 'd')");
        road.thereAndBack(
                List.of("circle", "Squ are", "label", "shape"),
                query,
                "(1,a,7,,Circle) (2,b,8,,Circle) (3,c,,9,Square) (4,d,,,Shape)");
    }

    @Test
    void joinTablesBecomeReferences() throws SQLException {
        String ends = "CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE note (code text PRIMARY KEY);"
                + " CREATE TABLE item (id int PRIMARY KEY%s); CREATE TABLE child (id int PRIMARY KEY%s);";
        Road road = road(
                ends.formatted("", "")
                        + " CREATE TABLE parent_child (parent_id int NOT NULL REFERENCES parent, \"child ren\" int NOT NULL UNIQUE REFERENCES child,"
                        + " place int NOT NULL, PRIMARY KEY (parent_id, place));"
                        + " CREATE TABLE note_item (note text NOT NULL REFERENCES note, item int NOT NULL REFERENCES item)",
                ends.formatted(
                        ", note_code text NOT NULL REFERENCES note", ", parent_id int REFERENCES parent, place int"));
        assertThat(road.up.warnings())
                .filteredOn(w -> w.rule().equals("possible-move") && w.cure().contains("Of several rows"))
                .flatExtracting(Warning::objects)
                .containsExactly("public.note_item");
        execute(
                "INSERT INTO parent VALUES (1), (2); INSERT INTO child VALUES (3), (4), (5); INSERT INTO parent_child VALUES (1, 4, 0), (1, 3, 1);"
                        + " INSERT INTO note VALUES ('a'); INSERT INTO item VALUES (6); INSERT INTO note_item VALUES ('a', 6)");
        road.thereAndBack(
                List.of("parent", "child", "parent_child", "item", "note_item"),
                "SELECT (SELECT string_agg((id, parent_id, place)::text, ' ' ORDER BY id) FROM child) || (SELECT string_agg((id, note_code)::text, ' ') FROM item)",
                "(3,1,1) (4,1,0) (5,,)(6,a)");
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
            assertThat(road(road.get(0), road.get(1)).up.warnings())
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
                        .up
                        .operations())
                .filteredOn(Execute.class::isInstance)
                .extracting(o -> ((Execute) o).sql())
                .containsExactly(
                        "UPDATE stock SET dtype = CASE WHEN EXISTS (SELECT 1 FROM wagon m WHERE m.id = stock.id) THEN 'Wagon' ELSE 'Stock' END");
        assertThat(road(
                                root.formatted("") + " CREATE TABLE wagon (id int PRIMARY KEY, load int, lost int)",
                                root.formatted(kinds + ", load int"))
                        .up
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
                Road road = road(before.formatted(key), after, backfills);
                if (backfills.isEmpty()) {
                    assertThat(road.up.warnings())
                            .filteredOn(w -> w.rule().equals("required-column-without-default"))
                            .singleElement()
                            .matches(w -> w.cure().contains("--backfill " + move));
                    assertThat(road.up.warnings())
                            .filteredOn(w -> w.rule().equals("possible-move"))
                            .singleElement()
                            .matches(w -> w.cure().contains("take `.notNull()` off where te am is added"));
                }
                execute(rows);
                road.thereAndBack(List.of("team", "player", "team_player"), query, "(7,1) (8,2)");
            }
        }
    }

    /** The rows of other classes have none of a subclass's values. */
    @Test
    void aRequiredColumnOfASubclassIsFilledForTheOthers() throws SQLException {
        Road road = road("""
                CREATE TABLE vehicle (id int PRIMARY KEY);
                CREATE TABLE truck (id int PRIMARY KEY REFERENCES vehicle, load int NOT NULL);
                CREATE TABLE bike (id int PRIMARY KEY REFERENCES vehicle, gear int NOT NULL);
                """, """
                CREATE TABLE vehicle (id int PRIMARY KEY, load int NOT NULL, gear int,
                    dtype varchar(31) NOT NULL CHECK (dtype IN ('Vehicle', 'Truck', 'Bike')),
                    CONSTRAINT has_gear CHECK (dtype <> 'Bike' OR gear IS NOT NULL));
                """, List.of("dtype", "vehicle.load=0"));
        assertThat(road.up.warnings())
                .filteredOn(w -> w.message().contains("has_gear"))
                .flatExtracting(Warning::objects)
                .containsExactly("public.bike");
        execute(
                "INSERT INTO vehicle VALUES (1), (2), (3); INSERT INTO truck VALUES (2, 5); INSERT INTO bike VALUES (3, 7)");
        road.thereAndBack(
                List.of("vehicle", "truck", "bike"),
                "SELECT string_agg((id, load, gear, dtype)::text, ' ' ORDER BY id) FROM vehicle",
                "(1,0,,Vehicle) (2,5,,Truck) (3,0,7,Bike)");
    }

    private static Road road(String is, String shall) throws SQLException {
        return road(is, shall, List.of("dtype"));
    }

    /** With these backfills, or with what is offered for a column. */
    private static Road road(String is, String shall, List<String> said) throws SQLException {
        database.load(shall);
        Schema to = database.read(PUBLIC);
        database.load(is);
        Schema from = database.read(PUBLIC);
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
        return new Road(from, to, answered.up(), answered.down());
    }

    private record Road(Schema from, Schema to, Difference up, Difference down) {

        void thereAndBack(List<String> tables, String query, String there) throws SQLException {
            List<String> before = rows(tables);
            for (int round = 0; round < 2; round++) {
                database.apply(pasted(up.operations(), true));
                assertThat(SchemaDiffer.diff(database.read(PUBLIC), to, Renames.NONE)
                                .operations())
                        .isEmpty();
                assertThat(one(query)).isEqualTo(there);
                database.apply(pasted(down.operations(), false));
                assertThat(SchemaDiffer.diff(database.read(PUBLIC), from, Renames.NONE)
                                .operations())
                        .isEmpty();
                assertThat(rows(tables)).isEqualTo(before);
            }
        }

        /** The operations with the calls of each cure below the last of its table's new columns, or the table. */
        private List<Operation> pasted(List<Operation> operations, boolean upwards) {
            List<Operation> all = new ArrayList<>(operations);
            for (Warning warning : up.warnings()) {
                if (!warning.rule().equals("possible-move")) {
                    continue;
                }
                String[] ways = warning.cure().split("in downgrade, ", 2);
                PastedCures cures = new PastedCures();
                cures.add(List.of(new Warning(
                        warning.rule(), warning.level(), warning.objects(), warning.message(), ways[upwards ? 0 : 1])));
                List<Operation> calls = cures.compiled();
                Set<String> required = new HashSet<>();
                calls.stream()
                        .filter(AlterColumn.class::isInstance)
                        .forEach(o -> required.add(((AlterColumn) o).column()));
                int place = -1;
                for (int i = 0; i < all.size() && !calls.isEmpty(); i++) {
                    ObjectName table = table(calls.get(0), all.get(i));
                    if (table != null) {
                        place = i + 1;
                        if (all.get(i) instanceof AddColumn add
                                && required.contains(add.column().name())) {
                            all.set(i, new AddColumn(add.table(), add.column().withNullable(true)));
                        }
                    }
                }
                assertThat(calls.isEmpty() || place > 0)
                        .as(ways[upwards ? 0 : 1])
                        .isTrue();
                if (!calls.isEmpty()) {
                    all.addAll(place, calls);
                }
            }
            return all;
        }

        /** The table that the operation makes or widens, where the call writes into it. */
        private static ObjectName table(Operation call, Operation operation) {
            String sql = ((Execute) call).sql();
            ObjectName table = operation instanceof CreateTable create
                    ? create.table().name()
                    : operation instanceof AddColumn add ? add.table() : null;
            String name =
                    table == null ? "" : table.name().matches("[a-z_]+") ? table.name() : "\"" + table.name() + "\"";
            return table != null
                            && (sql.startsWith("UPDATE " + name + " ") || sql.startsWith("INSERT INTO " + name + " "))
                    ? table
                    : null;
        }
    }

    private static List<String> rows(List<String> tables) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : tables) {
            rows.add(one("SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM \"" + table + "\" t"));
        }
        return rows;
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String query) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
