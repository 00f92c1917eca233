package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.Answering;
import dev.retort.diff.Answers;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Warning;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Columns that leave while another column takes their values: what the warnings say, pasted where they say it, up, down and up again. */
class MovedColumnsTest {

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
    void toTheEntityAtTheOtherEnd() throws SQLException {
        MoveRoad road = road("""
                CREATE TABLE guest (id int PRIMARY KEY, "Na me" text NOT NULL, fax varchar(9));
                CREATE TABLE account (key int PRIMARY KEY, "Gue st" int NOT NULL UNIQUE REFERENCES guest);
                CREATE TABLE stay (id int PRIMARY KEY, guest_id int REFERENCES guest, tier int, other int REFERENCES account);
                """, """
                CREATE TABLE person (id int PRIMARY KEY, tier int);
                CREATE TABLE account (key int PRIMARY KEY, "Gue st" int NOT NULL UNIQUE REFERENCES person, "Na me" text NOT NULL, fax varchar(9));
                CREATE TABLE stay (id int PRIMARY KEY, guest_id int REFERENCES person, other int REFERENCES account);
                """, List.of("guest=person"));
        assertThat(moves(road.up()))
                .containsExactlyInAnyOrder("public.person.Na me", "public.person.fax", "public.stay.tier");
        assertThat(road.up().warnings())
                .filteredOn(w -> w.cure().contains("Of several rows"))
                .flatExtracting(Warning::objects)
                .containsExactly("public.stay.tier");
        PastedCures.ask(road.up().warnings(), database.connection());
        road.execute(
                "INSERT INTO guest VALUES (1, 'a', '1'), (2, 'b', NULL); INSERT INTO account VALUES (7, 2), (8, 1);"
                        + " INSERT INTO stay VALUES (3, 1, 5, 8), (4, 1, 5, 7), (6, NULL, NULL, NULL)");
        road.thereAndBack(
                "SELECT (SELECT string_agg((key, \"Gue st\", \"Na me\", fax)::text, ' ' ORDER BY key) FROM account)"
                        + " || (SELECT string_agg((id, tier)::text, ' ' ORDER BY id) FROM person)",
                "(7,2,b,) (8,1,a,1)(1,5) (2,)",
                "SELECT (SELECT string_agg((id, \"Na me\", fax)::text, ' ' ORDER BY id) FROM guest)"
                        + " || (SELECT string_agg((id, guest_id, tier, other)::text, ' ' ORDER BY id) FROM stay)");
    }

    /** Who follows a backfill of all rows, and moves what is there, keeps what moved. */
    @Test
    void whatMovedStaysWhereTheRestIsFilled() throws SQLException {
        String before =
                "CREATE TABLE invoice (id int PRIMARY KEY%s); CREATE TABLE orders (id int PRIMARY KEY, inv_id int REFERENCES invoice%s)";
        String offered = "invoice.vat=(SELECT m.vat FROM orders m WHERE m.inv_id = invoice.id LIMIT 1)";
        for (String backfill : List.of("", "invoice.vat=none", offered)) {
            String is = before.formatted("", ", vat text NOT NULL");
            String shall = before.formatted(", vat text NOT NULL", "");
            MoveRoad road = road(is, shall, List.of());
            if (backfill.isEmpty()) {
                assertThat(road.up().warnings())
                        .filteredOn(w -> w.rule().equals("required-column-without-default"))
                        .singleElement()
                        .matches(w -> w.cure().contains("--backfill '" + offered + "'"));
            } else {
                Answering.Answered answered = Answering.compare(
                        road.from(),
                        road.to(),
                        Renames.NONE,
                        Answers.parse(List.of(), List.of(backfill), List.of()),
                        difference -> difference);
                road = new MoveRoad(database, road.from(), road.to(), answered.up(), answered.down());
            }
            road.execute("INSERT INTO invoice VALUES (1), (2); INSERT INTO orders VALUES (3, 1, 'a'), (4, 2, 'b')");
            road.thereAndBack(
                    "SELECT string_agg((id, vat)::text, ' ' ORDER BY id) FROM invoice",
                    "(1,a) (2,b)",
                    "SELECT string_agg((id, inv_id, vat)::text, ' ' ORDER BY id) FROM orders");
        }
    }

    @Test
    void toAReferenceByAnotherKey() throws SQLException {
        MoveRoad road = road(
                "CREATE TABLE land (code text PRIMARY KEY); CREATE TABLE city (id int PRIMARY KEY, \"Land code\" text NOT NULL REFERENCES land)",
                "CREATE TABLE land (code text NOT NULL UNIQUE, id int PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY);"
                        + " CREATE TABLE city (id int PRIMARY KEY, \"land Id\" int REFERENCES land)",
                List.of());
        assertThat(moves(road.up())).containsExactly("public.city.Land code");
        road.execute("INSERT INTO land VALUES ('de'), ('fr'); INSERT INTO city VALUES (1, 'fr'), (2, 'de'), (3, 'fr')");
        road.thereAndBack(
                "SELECT string_agg((c.id, l.code)::text, ' ' ORDER BY c.id) FROM city c JOIN land l ON l.id = c.\"land Id\"",
                "(1,fr) (2,de) (3,fr)",
                "SELECT string_agg(c::text, ' ' ORDER BY id) FROM city c");
    }

    /** Which of the two entities has the association passes to the other one. */
    @Test
    void toTheReferenceTheOtherWayRound() throws SQLException {
        String ends =
                "CREATE TABLE \"Gue st\" (\"i d\" int PRIMARY KEY); CREATE TABLE m (id int PRIMARY KEY%s); ALTER TABLE \"Gue st\" %s;";
        String here = ends.formatted(", guest int%s UNIQUE REFERENCES \"Gue st\"", "ALTER \"i d\" SET NOT NULL");
        String there = ends.formatted("", "ADD \"m id\" int%s UNIQUE REFERENCES m");
        for (String required : List.of("", " NOT NULL")) {
            MoveRoad road = road(here.formatted(""), there.formatted(required), List.of());
            assertThat(moves(road.up())).containsExactly("public.m.guest");
            road.execute("INSERT INTO \"Gue st\" VALUES (1), (2); INSERT INTO m VALUES (5, 2), (6, 1), (7, NULL)");
            road.thereAndBack(MoveRoad.rowsOf("Gue st"), "(1,6) (2,5)", MoveRoad.rowsOf("m"));
        }
        MoveRoad road = road(
                here.replace(" UNIQUE", "").formatted(""),
                there.replace(" UNIQUE", "").formatted(""),
                List.of());
        assertThat(road.up().warnings())
                .filteredOn(w -> w.rule().equals("possible-move"))
                .singleElement()
                .matches(w -> w.cure().contains("Of several rows for one of Gue st one is taken"));
        PastedCures.ask(road.up().warnings(), database.connection());
        // Two that may be meant are none.
        assertThat(moves(road(
                                here.formatted(""),
                                there.formatted("") + " ALTER TABLE \"Gue st\" ADD other int REFERENCES m",
                                List.of())
                        .up()))
                .isEmpty();
    }

    @Test
    void arraysBecomeRowsAndRowsArrays() throws SQLException {
        String arrays =
                "CREATE TABLE \"Gue st\" (\"i d\" int PRIMARY KEY, tags text[], \"Or der\" int[] NOT NULL, plain text[])";
        String rows = """
                CREATE TABLE "Gue st" ("i d" int PRIMARY KEY);
                CREATE TABLE guest_tags (guest int NOT NULL REFERENCES "Gue st", tags text NOT NULL, PRIMARY KEY (guest, tags));
                CREATE TABLE "guest_Or der" (guest int NOT NULL REFERENCES "Gue st", "Or der" int, place int NOT NULL, PRIMARY KEY (guest, place));
                CREATE TABLE guest_plain (guest int NOT NULL REFERENCES "Gue st", value text);
                """;
        String all = "SELECT string_agg(g::text, ' ' ORDER BY \"i d\") FROM \"Gue st\" g";
        String elements = "SELECT (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM guest_tags t)"
                + " || (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM \"guest_Or der\" t)"
                + " || (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM guest_plain t)";
        MoveRoad road = road(arrays, rows, List.of());
        assertThat(moves(road.up())).hasSize(3);
        road.execute(
                "INSERT INTO \"Gue st\" VALUES (1, '{a,b}', '{3,1,2}', '{x,x}'), (2, NULL, '{}', NULL), (3, '{b}', '{7,NULL,7}', '{y}')");
        road.thereAndBack(
                elements, "(1,a) (1,b) (3,b)(1,1,1) (1,2,2) (1,3,0) (3,,1) (3,7,0) (3,7,2)(1,x) (1,x) (3,y)", all);

        road = road(rows, arrays, List.of());
        assertThat(moves(road.up())).hasSize(3);
        road.execute(
                "INSERT INTO \"Gue st\" VALUES (1), (2); INSERT INTO guest_tags VALUES (1, 'a'), (1, 'b');"
                        + " INSERT INTO \"guest_Or der\" VALUES (1, 9, 1), (1, 8, 0), (2, NULL, 0); INSERT INTO guest_plain VALUES (2, 'p'), (2, 'p')");
        road.thereAndBack(all, "(1,\"{a,b}\",\"{8,9}\",{}) (2,{},{NULL},\"{p,p}\")", elements);
    }

    @Test
    void fromATableOfAnyNameToOneOfTheirOwn() throws SQLException {
        MoveRoad road = road(
                "CREATE TABLE m (id int PRIMARY KEY, x int, y int)",
                "CREATE TABLE m (id int PRIMARY KEY, y int); CREATE TABLE n (m_id int PRIMARY KEY REFERENCES m, x int)",
                List.of());
        assertThat(moves(road.up())).containsExactly("public.m.x");
        road.execute("INSERT INTO m VALUES (1, 7, 8), (2, NULL, 9)");
        road.thereAndBack(
                MoveRoad.rowsOf("m", "n"),
                "(1,8) (2,9); (1,7)",
                "SELECT string_agg((id, x, y)::text, ' ' ORDER BY id) FROM m");
    }

    /** Rows that came since, or refer to others by then, get the values of what they refer to. */
    @Test
    void backByTheReference() throws SQLException {
        MoveRoad road = road(
                "CREATE TABLE guest (id int PRIMARY KEY, name text, street text, \"Z ip\" text NOT NULL)",
                "CREATE TABLE place (\"i d\" int PRIMARY KEY, street text, \"Z ip\" text);"
                        + " CREATE TABLE person (id int PRIMARY KEY, name text, \"Pla ce\" int REFERENCES place)",
                List.of("guest=person"));
        assertThat(moves(road.up())).containsExactlyInAnyOrder("public.person.street", "public.person.Z ip");
        String before =
                "SELECT string_agg((id, name, street, \"Z ip\")::text, ' ' ORDER BY id) FROM guest WHERE name IS NOT NULL";
        road.execute("INSERT INTO guest VALUES (1, 'a', 's1', 'z1'), (2, 'b', NULL, 'z2'), (3, 'c', 's3', 'z3')");
        road.thereAndBack(
                "SELECT string_agg((id, name, \"Pla ce\")::text, ' ' ORDER BY id) FROM person",
                "(1,a,1) (2,b,2) (3,c,3)",
                before);
        road.backWith(
                "UPDATE person SET \"Pla ce\" = 3 WHERE id = 1; DELETE FROM person WHERE id = 2;"
                        + " INSERT INTO place VALUES (9, 's9', 'z9'); INSERT INTO person VALUES (4, 'd', 9), (5, 'e', 2)",
                before,
                "(1,a,s3,z3) (3,c,s3,z3) (4,d,s9,z9) (5,e,,z2)");
    }

    /** What counts the new keys goes on behind them: what the model says, and a sequence of others as well falls back for none. */
    @Test
    void theirSequencesGoOn() throws SQLException {
        String is =
                "CREATE SEQUENCE \"sha red\" INCREMENT 50; CREATE TABLE guest (id int PRIMARY KEY, a text, b text, c text, d text)";
        String shall = "CREATE SEQUENCE \"sha red\" INCREMENT 50; CREATE SEQUENCE places INCREMENT 50;"
                + " CREATE TABLE \"one A\" (id int PRIMARY KEY, a text); CREATE TABLE two (id int PRIMARY KEY, b text);"
                + " CREATE TABLE three (id serial PRIMARY KEY, c text); CREATE TABLE four (id int PRIMARY KEY, d text);"
                + " CREATE TABLE guest (id int PRIMARY KEY, one_id int REFERENCES \"one A\", two_id int REFERENCES two,"
                + " three_id int REFERENCES three, four_id int REFERENCES four)";
        List<Schema> both = MoveRoad.read(database, is, shall);
        ColumnRef two = new ColumnRef(new ObjectName("public", "two"), "id");
        Answering.Answered answered = Answering.compare(
                both.get(0),
                both.get(1),
                Renames.NONE,
                Answers.parse(List.of(), List.of(), List.of()),
                difference -> difference,
                Map.of(
                        new ObjectName("public", "places"),
                        Set.of(new ColumnRef(new ObjectName("public", "one A"), "id")),
                        new ObjectName("public", "sha red"),
                        Set.of(two)));
        MoveRoad road = new MoveRoad(database, both.get(0), both.get(1), answered.up(), answered.down());
        assertThat(road.up().warnings())
                .filteredOn(w -> w.objects().contains("public.guest.d"))
                .singleElement()
                .matches(w -> !w.cure().contains("setval"), "nothing counts its keys");
        road.execute("INSERT INTO guest VALUES (7, 'a', 'b', 'c', 'd'), (9, NULL, 'b', 'c', NULL)");
        String counted = "SELECT (SELECT last_value FROM places) || ' ' || (SELECT last_value FROM \"sha red\")"
                + " || ' ' || (SELECT last_value FROM three_id_seq)";
        String before = "SELECT string_agg((id, a, b, c, d)::text, ' ' ORDER BY id) FROM guest";
        road.thereAndBack(counted, "7 9 9", before);
        road.execute("SELECT setval('\"sha red\"', 501)");
        road.thereAndBack(counted, "7 501 9", before);
    }

    /** Rows that none refers to have nothing on the way down, and get what a person says. */
    @Test
    void whatMustHaveAValueIsSaidForTheRest() throws SQLException {
        MoveRoad road = road(
                "CREATE TABLE v (id int PRIMARY KEY, doors int NOT NULL); CREATE TABLE car (id int PRIMARY KEY REFERENCES v)",
                "CREATE TABLE v (id int PRIMARY KEY); CREATE TABLE car (id int PRIMARY KEY REFERENCES v, doors int NOT NULL)",
                List.of());
        String open = "`op.execute(\"UPDATE v SET doors = … WHERE doors IS NULL\")` and"
                + " `op.alterColumn(\"v\", \"doors\").notNull()`, with a value for rows that have none by then";
        assertThat(road.up().warnings())
                .filteredOn(w -> w.rule().equals("possible-move"))
                .singleElement()
                .matches(w -> w.cure().contains(open));
        List<Warning> said = road.up().warnings().stream()
                .map(w -> new Warning(
                        w.rule(), w.level(), w.objects(), w.message(), w.cure().replace("= …", "= 0")))
                .toList();
        road = new MoveRoad(
                database, road.from(), road.to(), new Difference(road.up().operations(), said, List.of()), road.down());
        road.execute("INSERT INTO v VALUES (1, 4), (2, 0); INSERT INTO car VALUES (1)");
        road.thereAndBack("SELECT string_agg(c::text, ' ') FROM car c", "(1,4)", MoveRoad.rowsOf("v", "car"));

        // Each row has one where the reference must have a value.
        road = road(
                "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, a_id int NOT NULL REFERENCES a, x int NOT NULL)",
                "CREATE TABLE a (id int PRIMARY KEY, x int NOT NULL); CREATE TABLE b (id int PRIMARY KEY, a_id int NOT NULL REFERENCES a)",
                List.of());
        assertThat(road.up().warnings())
                .filteredOn(w -> w.rule().equals("possible-move"))
                .singleElement()
                .matches(w -> !w.cure().contains("…"));
    }

    /** What might as well be something else is a loss. */
    @Test
    void whatIsNotSureIsNoMove() throws SQLException {
        String ends =
                "CREATE TABLE a (id int PRIMARY KEY%s); CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a%s);";
        List<List<String>> roads = List.of(
                // Here or there it may be another one under a new name.
                List.of(ends.formatted(", x int", ""), ends.formatted(", y int", ", x int")),
                List.of(ends.formatted(", x int", ", y int"), ends.formatted("", ", x int")),
                // Of another type, or in a table that was there with it.
                List.of(ends.formatted(", x int", ""), ends.formatted("", ", x text")),
                List.of(ends.formatted(", x int", ", x int"), ends.formatted("", ", x int")),
                // By two ways.
                List.of(
                        ends.formatted(", x int", ", other int REFERENCES a"),
                        ends.formatted("", ", other int REFERENCES a, x int")),
                // Nothing joins them.
                List.of(
                        "CREATE TABLE a (id int PRIMARY KEY, x int); CREATE TABLE b (id int PRIMARY KEY)",
                        "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, x int)"),
                // Which of two references takes it nobody knows.
                List.of(
                        "CREATE TABLE l (c text PRIMARY KEY, n int UNIQUE); CREATE TABLE m2 (id int, c text REFERENCES l)",
                        "CREATE TABLE l (c text PRIMARY KEY, n int UNIQUE); CREATE TABLE m2 (id int, d int REFERENCES l (n), e int REFERENCES l (n))"),
                // The table of the elements holds more.
                List.of(
                        "CREATE TABLE a (id int PRIMARY KEY, tags text[])",
                        "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE a_tags (a_id int REFERENCES a, tags text, since date)"));
        for (List<String> road : roads) {
            assertThat(road(road.get(0), road.get(1), List.of()).up().warnings())
                    .as(road.get(0))
                    .extracting(Warning::rule)
                    .contains("data-loss")
                    .doesNotContain("possible-move");
        }
    }

    private static List<String> moves(Difference difference) {
        return difference.warnings().stream()
                .filter(w -> w.rule().equals("possible-move"))
                .flatMap(w -> w.objects().stream())
                .toList();
    }

    private static MoveRoad road(String is, String shall, List<String> renames) throws SQLException {
        List<Schema> both = MoveRoad.read(database, is, shall);
        Schema from = both.get(0);
        Schema to = both.get(1);
        Renames there = Renames.parse(renames);
        return new MoveRoad(
                database, from, to, SchemaDiffer.diff(from, to, there), SchemaDiffer.diff(to, from, there.inverse()));
    }
}
