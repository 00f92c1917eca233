package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Warning;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hierarchy of joined tables gets one with all columns for each class: what the rows of each take from the tables above, and which rows these keep. */
class TablesPerClassTest {

    private static final String JOINED = """
            CREATE TABLE p (id int PRIMARY KEY, n text, "or der" int);
            CREATE TABLE r (id int PRIMARY KEY REFERENCES p, grade text);
            CREATE TABLE "S s" (p_id int PRIMARY KEY REFERENCES p, sp text);
            """;

    private static final String APART = """
            CREATE TABLE p (id int PRIMARY KEY, n text, "or der" int);
            CREATE TABLE r (id int PRIMARY KEY, grade text, n text, "or der" int);
            CREATE TABLE "S s" (p_id int PRIMARY KEY, sp text, n text, "or der" int);
            """;

    private static final String ROWS = "INSERT INTO p VALUES (1, 'x', 10), (2, 'y', 20), (3, 'z', 30);"
            + " INSERT INTO r VALUES (1, 'g'); INSERT INTO \"S s\" VALUES (2, 's')";

    @Test
    void eachRowGetsTheValuesFromAbove() throws SQLException {
        try (ScenarioDatabase database = new ScenarioDatabase()) {
            MoveRoad road = MoveRoad.between(database, JOINED, APART);
            assertThat(road.up().warnings())
                    .filteredOn(w -> w.rule().equals("possible-move"))
                    .flatExtracting(Warning::objects)
                    .containsExactly("public.S s.n", "public.S s.or der", "public.p", "public.r.n", "public.r.or der");
            road.execute(ROWS);
            road.thereAndBack(
                    MoveRoad.rowsOf("p", "r", "S s"),
                    "(3,z,30); (1,g,x,10); (2,s,y,20)",
                    MoveRoad.rowsOf("p", "r", "S s"));
            road.backWith(
                    "INSERT INTO r VALUES (7, 'new', 'n', 70); UPDATE \"S s\" SET n = 'yy'",
                    MoveRoad.rowsOf("p", "r", "S s"),
                    "(1,x,10) (2,yy,20) (3,z,30) (7,n,70); (1,g) (7,new); (2,s)");
        }
    }

    @Test
    void eachRowComesToBeAboveAsWell() throws SQLException {
        try (ScenarioDatabase database = new ScenarioDatabase()) {
            MoveRoad road = MoveRoad.between(database, APART, JOINED);
            assertThat(road.up().warnings()).noneMatch(w -> w.rule().equals("data-loss"));
            road.execute("INSERT INTO p VALUES (3, 'z', 30); INSERT INTO r VALUES (1, 'g', 'x', 10);"
                    + " INSERT INTO \"S s\" VALUES (2, 's', 'y', 20)");
            road.thereAndBack(
                    MoveRoad.rowsOf("p", "r", "S s"),
                    "(1,x,10) (2,y,20) (3,z,30); (1,g); (2,s)",
                    MoveRoad.rowsOf("p", "r", "S s"));
        }
    }

    /** The table of an abstract class goes; those between have rows of the classes below them, and what must have a value gets it. */
    @Test
    void overSeveralClasses() throws SQLException {
        String joined = """
                CREATE TABLE p (id int PRIMARY KEY, n text NOT NULL, dtype varchar(31) NOT NULL CHECK (dtype IN ('R', 'Q', 'S')));
                CREATE TABLE r (id int PRIMARY KEY REFERENCES p, grade text NOT NULL);
                CREATE TABLE between (id int PRIMARY KEY REFERENCES r, b text);
                CREATE TABLE q (id int PRIMARY KEY REFERENCES between, q text);
                CREATE TABLE s (id int PRIMARY KEY REFERENCES p);
                """;
        String apart = """
                CREATE TABLE r (id int PRIMARY KEY, grade text NOT NULL, n text NOT NULL);
                CREATE TABLE q (id int PRIMARY KEY, q text, b text, grade text NOT NULL, n text NOT NULL);
                CREATE TABLE s (id int PRIMARY KEY, n text NOT NULL);
                """;
        try (ScenarioDatabase database = new ScenarioDatabase()) {
            MoveRoad road = MoveRoad.between(database, joined, apart);
            assertThat(road.up().warnings()).noneMatch(w -> w.rule().equals("data-loss"));
            assertThat(road.up().warnings())
                    .filteredOn(w ->
                            w.objects().contains("public.s.n") && w.rule().equals("required-column-without-default"))
                    .singleElement()
                    .matches(w -> w.cure().contains("'s.n=(SELECT m.n FROM p m WHERE m.id = s.id)'"));
            road.execute("INSERT INTO p VALUES (1, 'x', 'R'), (2, 'y', 'S'), (3, 'z', 'Q');"
                    + " INSERT INTO r VALUES (1, 'g'), (3, 'gg'); INSERT INTO between VALUES (3, 'b');"
                    + " INSERT INTO q VALUES (3, 'qq'); INSERT INTO s VALUES (2)");
            road.thereAndBack(
                    MoveRoad.rowsOf("r", "q", "s"),
                    "(1,g,x); (3,qq,b,gg,z); (2,y)",
                    MoveRoad.rowsOf("p", "r", "between", "q", "s"));
            road = MoveRoad.between(database, apart, joined);
            assertThat(road.up().warnings()).noneMatch(w -> w.rule().equals("data-loss"));
            road.execute("INSERT INTO r VALUES (1, 'g', 'x'); INSERT INTO q VALUES (3, 'qq', 'b', 'gg', 'z');"
                    + " INSERT INTO s VALUES (2, 'y')");
            road.thereAndBack(
                    MoveRoad.rowsOf("p", "r", "between", "q", "s"),
                    "(1,x,R) (2,y,S) (3,z,Q); (1,g) (3,gg); (3,b); (3,qq); (2)",
                    MoveRoad.rowsOf("r", "q", "s"));
        }
    }

    /** Of one table the discriminator tells which rows are whose; without it those that stay would be of the root's class. */
    @Test
    void eachClassTakesItsRowsOutOfOneTable() throws SQLException {
        String kind = "kind text NOT NULL CHECK (kind IN ('P', 'R', 'S'%s))";
        String single = "CREATE TABLE p (id int PRIMARY KEY, " + kind + ", n text, grade text)";
        String apart =
                "CREATE TABLE r (id int PRIMARY KEY, n text, grade text); CREATE TABLE s (id int PRIMARY KEY, n text);";
        String before = "SELECT string_agg((id, kind, n, grade)::text, ' ' ORDER BY id) FROM p";
        try (ScenarioDatabase database = new ScenarioDatabase()) {
            MoveRoad road = MoveRoad.between(
                    database, single.formatted(""), apart + "CREATE TABLE p (id int PRIMARY KEY, n text)");
            road.execute(
                    "INSERT INTO p VALUES (1, 'R', 'x', 'g'), (2, 'S', 'y', NULL), (3, 'P', 'z', NULL), (4, 'R', 'w', NULL)");
            road.thereAndBack(MoveRoad.rowsOf("p", "r", "s"), "(3,z); (1,x,g) (4,w,); (2,y)", before);
            road = MoveRoad.between(database, single.formatted(""), apart);
            road.execute("INSERT INTO p VALUES (1, 'R', 'x', 'g'), (2, 'S', 'y', NULL)");
            road.thereAndBack(MoveRoad.rowsOf("r", "s"), "(1,x,g); (2,y)", before);
        }
    }

    /** What a table above has of another type is taken while the types are the same, on either way; one that must have a value gets it by then. */
    @Test
    void whileAnAttributeChangesItsType() throws SQLException {
        String joined = "CREATE TABLE p (id int PRIMARY KEY, n text%1$s, k int);"
                + " CREATE TABLE r (id int PRIMARY KEY REFERENCES p, grade text)";
        String apart = "CREATE TABLE p (id int PRIMARY KEY, n int%1$s, k bigint);"
                + " CREATE TABLE r (id int PRIMARY KEY, grade text, n int%1$s, k bigint)";
        for (String required : List.of("", " NOT NULL")) {
            try (ScenarioDatabase database = new ScenarioDatabase()) {
                MoveRoad road = MoveRoad.between(database, joined.formatted(required), apart.formatted(required));
                road.execute("INSERT INTO p VALUES (1, '7', 70), (2, '8', 80); INSERT INTO r VALUES (1, 'g')");
                road.thereAndBack(MoveRoad.rowsOf("p", "r"), "(2,8,80); (1,g,7,70)", MoveRoad.rowsOf("p", "r"));
                road = MoveRoad.between(database, apart.formatted(required), joined.formatted(required));
                road.execute("INSERT INTO p VALUES (2, 8, 80); INSERT INTO r VALUES (1, 'g', 7, 70)");
                road.thereAndBack(MoveRoad.rowsOf("p", "r"), "(1,7,70) (2,8,80); (1,g)", MoveRoad.rowsOf("p", "r"));
            }
        }
    }

    /** A class with nothing but a key has rows that would be there twice. */
    @Test
    void ofAClassWithoutAttributes() throws SQLException {
        String joined = "CREATE TABLE p (id int PRIMARY KEY);"
                + " CREATE TABLE r (id int PRIMARY KEY REFERENCES p, grade text)";
        String apart = "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE r (id int PRIMARY KEY, grade text)";
        try (ScenarioDatabase database = new ScenarioDatabase()) {
            MoveRoad road = MoveRoad.between(database, joined, apart);
            road.execute("INSERT INTO p VALUES (1), (2); INSERT INTO r VALUES (1, 'g')");
            road.thereAndBack(MoveRoad.rowsOf("p", "r"), "(2); (1,g)", MoveRoad.rowsOf("p", "r"));
        }
    }

    /** The short name by which a statement reads another table may be that of the table itself. */
    @Test
    void whateverTheTablesAreCalled() throws SQLException {
        for (List<String> names : List.of(List.of("m", "r"), List.of("p", "m"), List.of("m", "n"), List.of("n", "m"))) {
            String joined = "CREATE TABLE %1$s (id int PRIMARY KEY, x text);"
                    + " CREATE TABLE %2$s (id int PRIMARY KEY REFERENCES %1$s, grade text)";
            String apart = "CREATE TABLE %1$s (id int PRIMARY KEY, x text);"
                    + " CREATE TABLE %2$s (id int PRIMARY KEY, grade text, x text)";
            String both = MoveRoad.rowsOf(names.get(0), names.get(1));
            Object[] called = names.toArray();
            try (ScenarioDatabase database = new ScenarioDatabase()) {
                MoveRoad road = MoveRoad.between(database, joined.formatted(called), apart.formatted(called));
                road.execute("INSERT INTO %1$s VALUES (1, 'x'), (2, 'y'); INSERT INTO %2$s VALUES (1, 'g')"
                        .formatted(called));
                road.thereAndBack(both, "(2,y); (1,g,x)", both);
                road = MoveRoad.between(database, apart.formatted(called), joined.formatted(called));
                road.execute(
                        "INSERT INTO %1$s VALUES (2, 'y'); INSERT INTO %2$s VALUES (1, 'g', 'x')".formatted(called));
                road.thereAndBack(both, "(1,x) (2,y); (1,g)", both);
            }
        }
    }

    /** A key that refers to another table no more is that of no class where not all of it is there for itself. */
    @Test
    void ofAClassOnly() throws SQLException {
        for (String columns : List.of("note text", "note text, n text")) {
            try (ScenarioDatabase database = new ScenarioDatabase()) {
                MoveRoad road = MoveRoad.between(
                        database,
                        "CREATE TABLE p (id int PRIMARY KEY, n text, o int); CREATE TABLE d (id int PRIMARY KEY REFERENCES p, note text)",
                        "CREATE TABLE p (id int PRIMARY KEY, n text, o int); CREATE TABLE d (id int PRIMARY KEY, %s)"
                                .formatted(columns));
                assertThat(road.up().warnings()).noneMatch(w -> w.rule().equals("possible-move"));
            }
        }
        try (ScenarioDatabase database = new ScenarioDatabase()) {
            MoveRoad road = MoveRoad.between(
                    database,
                    "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE d (id int PRIMARY KEY REFERENCES p, p_id int)",
                    "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE d (id int PRIMARY KEY, p_id int REFERENCES p)");
            assertThat(road.up().warnings()).noneMatch(w -> w.rule().equals("possible-move"));
        }
    }
}
