package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.AddColumn;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A hierarchy of one table gets a table for each subclass: the rows of each are found by the discriminator, whatever they hold. */
class SubclassRowsTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));

    private static final String JOINED = """
            CREATE TABLE stock (id int PRIMARY KEY, %s, name text);
            CREATE TABLE locomotive (id int PRIMARY KEY REFERENCES stock, power int, nick text);
            CREATE TABLE passenger_wagon (id int PRIMARY KEY REFERENCES stock);
            CREATE TABLE wagon_note (id int PRIMARY KEY REFERENCES stock, note text NOT NULL);
            CREATE TABLE "Order" (id int PRIMARY KEY REFERENCES stock);
            """;

    private static final String SINGLE =
            "CREATE TABLE stock (id int PRIMARY KEY, %s, name text, power int, nick text); INSERT INTO stock VALUES"
                    + " (1, %s, 'a', 900, 'x'), (2, %s, 'b', NULL, NULL), (3, %s, 'c', NULL, NULL), (4, NULL, 'd', NULL, NULL)";

    private static final String SINGLE_OF_MORE =
            "CREATE TABLE stock (id int PRIMARY KEY, kind text NOT NULL CHECK (kind IN (%s)), load int, volume int, watts int)";

    private static final String JOINED_OF_MORE = """
            CREATE TABLE stock (id int PRIMARY KEY, kind text NOT NULL CHECK (kind IN (%s)));
            CREATE TABLE %s (id int PRIMARY KEY REFERENCES stock, load int);
            CREATE TABLE tank_wagon (id int PRIMARY KEY REFERENCES %s, volume int);
            CREATE TABLE "Mo tor" (id int PRIMARY KEY REFERENCES stock);
            CREATE TABLE diesel (id int PRIMARY KEY REFERENCES "Mo tor", watts int);
            CREATE TABLE steam (id int PRIMARY KEY REFERENCES "Mo tor");
            """;

    private static final String ROWS_OF_MORE = "INSERT INTO stock VALUES (1, 'STOCK', NULL, NULL, NULL),"
            + " (2, 'WAGON', 5, NULL, NULL), (3, 'TANK_WAGON', NULL, 7, NULL), (4, 'DIESEL', NULL, NULL, 9),"
            + " (5, 'WAGON', NULL, NULL, NULL), (6, 'STEAM', NULL, NULL, NULL)";

    @Test
    void byWhatItMayHold() throws SQLException {
        String kind = "kind text CHECK (kind IN ('LOCOMOTIVE', 'PASSENGER_WAGON', 'OTHER'))";
        moves(JOINED.formatted(kind), SINGLE.formatted(kind, "'LOCOMOTIVE'", "'LOCOMOTIVE'", "'PASSENGER_WAGON'"));
    }

    @Test
    void byItsUsualName() throws SQLException {
        String dtype = "dtype varchar(31)";
        moves(JOINED.formatted(dtype), SINGLE.formatted(dtype, "'Locomotive'", "'Locomotive'", "'PassengerWagon'"));
        // Where it leaves, the rows move before.
        moves(
                JOINED.formatted("extra int"),
                SINGLE.formatted(dtype, "'Locomotive'", "'Locomotive'", "'PassengerWagon'"));
    }

    /** Each row of a class has one in the tables of all classes above, also of such as nothing is of alone. */
    @Test
    void withThoseOfTheClassesBelow() throws SQLException {
        try (ScenarioDatabase database = new ScenarioDatabase()) {
            MoveRoad road = road(
                    database,
                    SINGLE_OF_MORE.formatted("'STOCK', 'WAGON', 'TANK_WAGON', 'DIESEL', 'STEAM'"),
                    JOINED_OF_MORE.formatted("'STOCK', 'WAGON', 'TANK_WAGON', 'DIESEL', 'STEAM'", "wagon", "wagon"));
            assertThat(road.up().warnings())
                    .filteredOn(w -> w.rule().equals("possible-move"))
                    .noneMatch(w -> w.cure().contains("No table is called"))
                    .flatExtracting(Warning::objects)
                    .containsExactlyInAnyOrder(
                            "public.Mo tor",
                            "public.steam",
                            "public.stock.load",
                            "public.stock.volume",
                            "public.stock.watts");
            road.execute(ROWS_OF_MORE);
            road.thereAndBack(
                    MoveRoad.rowsOf("wagon", "tank_wagon", "Mo tor", "diesel", "steam"),
                    "(2,5) (3,) (5,); (3,7); (4) (6); (4,9); (6)",
                    "SELECT string_agg((id, kind, load, volume, watts)::text, ' ' ORDER BY id) FROM stock");
        }
    }

    /** Which rows are of a table that no value of the discriminator is called after only people know. */
    @Test
    void asFarAsTheNameIsKnown() throws SQLException {
        try (ScenarioDatabase database = new ScenarioDatabase()) {
            MoveRoad road = road(
                    database,
                    SINGLE_OF_MORE.formatted("'STOCK', 'WA''GON', 'TANK_WAGON', 'DIESEL', 'STEAM'"),
                    JOINED_OF_MORE.formatted(
                            "'STOCK', 'WA''GON', 'TANK_WAGON', 'DIESEL', 'STEAM'", "\"or der\"", "\"or der\""));
            assertThat(road.up().warnings())
                    .filteredOn(w -> w.objects().contains("public.stock.load"))
                    .singleElement()
                    .matches(
                            w -> w.cure()
                                    .contains(
                                            "add `OR kind IN ('WA''GON')` to the condition as far as that says rows of or der"));
            road.execute(ROWS_OF_MORE.replace("'WAGON'", "'WA''GON'"));
            road.thereAndBack(
                    MoveRoad.rowsOf("or der", "tank_wagon"),
                    "(2,5) (3,); (3,7)",
                    "SELECT string_agg((id, kind, load, volume, watts)::text, ' ' ORDER BY id) FROM stock");
        }
    }

    /** Where no table is called after any of them, each is asked whose rows it says, unless the hierarchy has been joined before. */
    @Test
    void whereNoNameIsKnown() throws SQLException {
        String two =
                "CREATE TABLE p (id int PRIMARY KEY, %1$s, s text NOT NULL CHECK (s IN ('x', 'y', 'z', 'w')), path text);";
        String tables = "CREATE TABLE p (id int PRIMARY KEY, %1$s, s text NOT NULL CHECK (s IN ('x', 'y', 'z', 'w')));"
                + " CREATE TABLE dig (id int PRIMARY KEY REFERENCES p, path text);"
                + " CREATE TABLE nit (id int PRIMARY KEY REFERENCES p)";
        for (List<String> kind : List.of(
                List.of("kind text NOT NULL CHECK (kind IN ('D', 'N'))", "'D', 'N'"),
                List.of("kind text NOT NULL CHECK (kind IN ('B', 'FILE', 'REEL'))", "'B', 'FILE', 'REEL'"),
                List.of("kind int NOT NULL CHECK (kind IN (1, 2))", "1, 2"))) {
            try (ScenarioDatabase database = new ScenarioDatabase()) {
                for (String stays : List.of(kind.get(0), "n int")) {
                    List<Warning> told =
                            road(database, two.formatted(kind.get(0)), tables.formatted(stays)).up().warnings().stream()
                                    .filter(w -> w.rule().equals("possible-move"))
                                    .toList();
                    assertThat(told)
                            .flatExtracting(Warning::objects)
                            .containsExactlyInAnyOrder("public.p.path", "public.nit");
                    assertThat(told)
                            .allMatch(w -> w.cure().contains("`kind IN (" + kind.get(1) + ")`")
                                    || w.cure().contains("`OR kind IN (" + kind.get(1) + ")`"));
                    assertThat(told)
                            .filteredOn(w -> w.objects().contains("public.nit"))
                            .singleElement()
                            .matches(w -> w.cure().contains("WHERE …")
                                    && w.cure().contains(". No table is called what kind may hold: the condition is"));
                }
            }
        }
        // One more of a hierarchy that is joined, or of a list that is another one then, has no rows yet.
        String joined = "CREATE TABLE p (id int PRIMARY KEY, kind text NOT NULL CHECK (kind IN (%s)));";
        String more = " CREATE TABLE %s (id int PRIMARY KEY REFERENCES p);";
        for (List<String> road : List.of(
                List.of(
                        joined.formatted("'D', 'N'") + more.formatted("dig"),
                        joined.formatted("'D', 'N'")
                                + more.formatted("dig")
                                + more.formatted("nit")
                                + more.formatted("neg")),
                List.of(
                        joined.formatted("'D', 'N'"),
                        joined.formatted("'D', 'N', 'X'") + more.formatted("nit") + more.formatted("neg")),
                List.of(joined.formatted("'D', 'N'"), joined.formatted("'D', 'N'") + more.formatted("nit")))) {
            try (ScenarioDatabase database = new ScenarioDatabase()) {
                assertThat(road(database, road.get(0), road.get(1)).up().warnings())
                        .noneMatch(w -> w.rule().equals("possible-move"));
            }
        }
    }

    /** What begins with the name of a class is no class's for that: a secondary table, or an entity split off, has rows for those of all. */
    @Test
    void whatIsBesideAClassTakesThoseOfAll() throws SQLException {
        for (String kind : List.of("CHECK (dtype IN ('Bell', 'Chime'))", "")) {
            String one = "CREATE TABLE bell (id int PRIMARY KEY, dtype varchar(31) NOT NULL %s, hum text, note int)";
            String two = "CREATE TABLE bell (id int PRIMARY KEY, dtype varchar(31) NOT NULL %s);"
                    + " CREATE TABLE bell_sound (id int PRIMARY KEY REFERENCES bell, hum text, note int)";
            try (ScenarioDatabase database = new ScenarioDatabase()) {
                MoveRoad road = road(database, one.formatted(kind), two.formatted(kind));
                road.execute(
                        "INSERT INTO bell VALUES (1, 'Bell', 'h', 1), (2, 'Chime', 'hh', NULL), (3, 'Bell', NULL, NULL)");
                road.thereAndBack(MoveRoad.rowsOf("bell_sound"), "(1,h,1) (2,hh,)", MoveRoad.rowsOf("bell"));
                road = road(database, two.formatted(kind), one.formatted(kind));
                road.execute("INSERT INTO bell VALUES (2, 'Chime'); INSERT INTO bell_sound VALUES (2, 'hh', 2)");
                road.thereAndBack(MoveRoad.rowsOf("bell"), "(2,Chime,hh,2)", MoveRoad.rowsOf("bell_sound"));
            }
        }
    }

    /** A value that is short for a name may be that of another: the rows that hold something are sure, for the rest it is asked. */
    @Test
    void asksWhereAValueIsShortForAName() throws SQLException {
        String kind = "kind text CHECK (kind IN ('STOCK', 'LOCO', 'WAGON'))";
        String single = "CREATE TABLE stock (id int PRIMARY KEY, %s, power int)";
        String joined = "CREATE TABLE stock (id int PRIMARY KEY, %s);"
                + " CREATE TABLE locomotive (id int PRIMARY KEY REFERENCES stock, power int)";
        try (ScenarioDatabase database = new ScenarioDatabase()) {
            assertThat(road(database, single.formatted(kind), joined.formatted(kind))
                            .up()
                            .warnings())
                    .filteredOn(w -> w.rule().equals("possible-move"))
                    .singleElement()
                    .matches(w -> w.cure().contains("WHERE power IS NOT NULL\")"))
                    .matches(
                            w -> w.cure()
                                    .contains(
                                            "add `OR kind IN ('LOCO')` to the condition as far as that says rows of locomotive"));
        }
    }

    /** What refers to the rows of a subclass refers to its new table: the rows have to be there before. A reference among them is no row of a join table. */
    @Test
    void beforeWhatRefersToThem() throws SQLException {
        String root = "CREATE TABLE guild (id int PRIMARY KEY); CREATE TABLE p (id int PRIMARY KEY, kind text NOT NULL"
                + " CHECK (kind IN ('P', 'R', 'S', 'Q'))%s);";
        String single = root.formatted(", grade text, guild_id int REFERENCES guild")
                + " CREATE TABLE a (id int PRIMARY KEY, q_id int REFERENCES p)";
        String joined = root.formatted("")
                + " CREATE TABLE r (id int PRIMARY KEY REFERENCES p, grade text, guild_id int REFERENCES guild);"
                + " CREATE TABLE s (id int PRIMARY KEY REFERENCES p); CREATE TABLE q (id int PRIMARY KEY REFERENCES r);"
                + " CREATE TABLE a (id int PRIMARY KEY, q_id int REFERENCES q)";
        try (ScenarioDatabase database = new ScenarioDatabase()) {
            MoveRoad road = road(database, single, joined);
            assertThat(road.up().warnings().stream()
                            .filter(w -> w.objects().toString().contains("public.p.g"))
                            .map(Warning::cure)
                            .distinct())
                    .singleElement()
                    .matches(
                            cure -> cure.contains(
                                    "SELECT id, grade, guild_id FROM p WHERE kind = 'R' OR kind = 'Q'\")` above the foreign keys, and"));
            assertThat(road.down().warnings()).noneMatch(w -> w.rule().equals("data-dependent-foreign-key"));
            road.execute("INSERT INTO guild VALUES (5); INSERT INTO p VALUES (1, 'R', 'g', 5), (2, 'S', NULL, NULL),"
                    + " (3, 'Q', NULL, 5), (4, 'P', NULL, NULL); INSERT INTO a VALUES (7, 3), (8, NULL)");
            road.thereAndBack(MoveRoad.rowsOf("r", "s", "q"), "(1,g,5) (3,,5); (2); (3)", MoveRoad.rowsOf("p", "a"));
        }
    }

    private static MoveRoad road(ScenarioDatabase database, String is, String shall) throws SQLException {
        List<Schema> both = MoveRoad.read(database, is, shall);
        return new MoveRoad(
                database,
                both.get(0),
                both.get(1),
                SchemaDiffer.diff(both.get(0), both.get(1), Renames.NONE),
                SchemaDiffer.diff(both.get(1), both.get(0), Renames.NONE));
    }

    private static void moves(String joined, String single) throws SQLException {
        try (ScenarioDatabase database = new ScenarioDatabase()) {
            database.load(joined);
            Schema to = database.read(PUBLIC);
            database.load(single);
            Schema from = database.read(PUBLIC);
            Difference up = SchemaDiffer.diff(from, to, Renames.NONE);
            List<Warning> moves = up.warnings().stream()
                    .filter(w -> w.rule().equals("possible-move"))
                    .toList();
            assertThat(moves.stream().flatMap(w -> w.objects().stream()))
                    .contains("public.stock.power", "public.stock.nick", "public.passenger_wagon")
                    .doesNotContain("public.wagon_note", "public.locomotive");
            PastedCures pasted = new PastedCures();
            pasted.add(moves);
            List<Operation> there = new ArrayList<>();
            List<Operation> back = new ArrayList<>();
            for (Operation call : pasted.compiled()) {
                (call instanceof Execute sql && sql.sql().startsWith("UPDATE") ? back : there).add(call);
            }
            String before = one(database, "SELECT string_agg((id, power, nick)::text, ';' ORDER BY id) FROM stock");
            List<Operation> all = new ArrayList<>(up.operations());
            int drop = 0;
            while (!(all.get(drop) instanceof DropColumn)) {
                drop++;
            }
            all.addAll(drop, there);
            database.apply(all);
            assertThat(one(database, "SELECT string_agg(t::text, ';' ORDER BY id) FROM locomotive t"))
                    .isEqualTo("(1,900,x);(2,,)");
            assertThat(one(database, "SELECT string_agg(t::text, ';' ORDER BY id) FROM passenger_wagon t"))
                    .isEqualTo("(3)");

            List<Operation> down =
                    new ArrayList<>(SchemaDiffer.diff(to, from, Renames.NONE).operations());
            int added = down.size() - 1;
            while (!(down.get(added) instanceof AddColumn)) {
                added--;
            }
            down.addAll(added + 1, back);
            database.apply(down);
            assertThat(one(database, "SELECT string_agg((id, power, nick)::text, ';' ORDER BY id) FROM stock"))
                    .isEqualTo(before);
        }
    }

    private static String one(ScenarioDatabase database, String query) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
