package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.Difference;
import dev.retort.diff.DowngradeWarnings;
import dev.retort.diff.RenameCandidate;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** References whose values are taken for something else: what the warning says, pasted where it says it, keeps what each row refers to, up, down and up again. */
class TurnedReferencesTest {

    private static final String RULE = "reference-means-another";

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
    void toAnotherKeyOfTheSameTable() throws SQLException {
        String tables = """
                CREATE TABLE "Cou ntry" ("i d" int PRIMARY KEY, "is o" int NOT NULL UNIQUE, name text);
                CREATE TABLE "m" (id int PRIMARY KEY, "cou ntry" int UNIQUE REFERENCES "Cou ntry" ("%s"));
                CREATE TABLE node (id int PRIMARY KEY, code int NOT NULL UNIQUE, above int REFERENCES node (%s));
                """;
        MoveRoad road = road(tables.formatted("i d", "id"), tables.formatted("is o", "code"), List.of());
        assertThat(turned(road.up().warnings())).containsExactly("public.m.cou ntry", "public.node.above");
        road.execute("""
                INSERT INTO "Cou ntry" VALUES (1, 2, 'a'), (2, 3, 'b'), (3, 1, 'c');
                INSERT INTO m VALUES (7, 1), (8, 2), (9, 3), (10, NULL);
                INSERT INTO node VALUES (1, 2, NULL), (2, 1, 1), (3, 9, 2);
                """);
        String names = "SELECT (SELECT string_agg(m.id || c.name, ' ' ORDER BY m.id) FROM m JOIN \"Cou ntry\" c"
                + " ON c.\"%s\" = m.\"cou ntry\") || (SELECT string_agg((n.id, a.id)::text, ' ' ORDER BY n.id)"
                + " FROM node n JOIN node a ON a.%s = n.above)";
        road.thereAndBack(names.formatted("is o", "code"), "7a 8b 9c(2,1) (3,2)", MoveRoad.rowsOf("m", "node"));
    }

    @Test
    void toANewKeyAndUnderNewNames() throws SQLException {
        MoveRoad road = road(
                "CREATE TABLE ord (id int PRIMARY KEY, no int NOT NULL UNIQUE);"
                        + " CREATE TABLE lines (id int PRIMARY KEY, o int REFERENCES ord (id))",
                "CREATE TABLE orders (key int PRIMARY KEY, no int NOT NULL UNIQUE);"
                        + " CREATE TABLE line (id int PRIMARY KEY, orders int REFERENCES orders (no))",
                List.of("ord=orders", "orders.id=key", "lines=line", "line.o=orders"));
        assertThat(turned(road.up().warnings())).containsExactly("public.line.orders");
        PastedCures.ask(road.up().warnings(), database.connection());
        road.execute("INSERT INTO ord VALUES (1, 2), (2, 1); INSERT INTO lines VALUES (7, 1), (8, 2)");
        road.thereAndBack(
                "SELECT string_agg((l.id, o.key)::text, ' ' ORDER BY l.id) FROM line l JOIN orders o ON o.no = l.orders",
                "(7,1) (8,2)",
                MoveRoad.rowsOf("lines"));
    }

    @Test
    void columnsTradePlaces() throws SQLException {
        String tables = """
                CREATE TABLE seat ("row" int, no int, PRIMARY KEY ("row", no));
                CREATE TABLE seat_use (id int PRIMARY KEY, a int, b int, FOREIGN KEY (a, b) REFERENCES seat (%s));
                CREATE TABLE usr (id int PRIMARY KEY);
                CREATE TABLE grp (id int PRIMARY KEY);
                CREATE TABLE usr_grp (a int REFERENCES %s, b int REFERENCES %s, PRIMARY KEY (a, b));
                """;
        MoveRoad road = road(
                tables.formatted("\"row\", no", "usr", "grp"),
                tables.formatted("no, \"row\"", "grp", "usr"),
                List.of());
        assertThat(turned(road.up().warnings()))
                .containsExactlyInAnyOrder(
                        "public.seat_use.a", "public.seat_use.b", "public.usr_grp.a", "public.usr_grp.b");
        road.execute("""
                INSERT INTO seat VALUES (1, 2), (2, 1), (3, 3); INSERT INTO seat_use VALUES (1, 1, 2), (2, 3, 3);
                INSERT INTO usr VALUES (1), (2); INSERT INTO grp VALUES (1), (2);
                INSERT INTO usr_grp VALUES (1, 2), (2, 1), (1, 1);
                """);
        road.thereAndBack(
                "SELECT (SELECT string_agg((b, a)::text, ' ' ORDER BY id) FROM seat_use)"
                        + " || (SELECT string_agg((b, a)::text, ' ' ORDER BY b, a) FROM usr_grp)",
                "(1,2) (3,3)(1,1) (1,2) (2,1)",
                MoveRoad.rowsOf("seat_use", "usr_grp"));
    }

    /** Of rows of another table nothing tells, and the way down says it where the way up has nothing to say. */
    @Test
    void toAnotherTable() throws SQLException {
        String person = "CREATE TABLE person (id int PRIMARY KEY); ";
        String company = "CREATE TABLE company (id int PRIMARY KEY); ";
        String car = "CREATE TABLE car (id int PRIMARY KEY, owner_id int%s REFERENCES %s)";
        MoveRoad road = road(
                person + company + car.formatted("", "person"),
                person + company + car.formatted("", "company"),
                List.of());
        assertThat(road.up().warnings())
                .filteredOn(w -> w.rule().equals(RULE))
                .singleElement()
                .matches(w -> w.message()
                                .equals("the values of car.owner_id named rows of person by id, and are taken for id of"
                                        + " company from now on")
                        && w.cure().contains("`op.execute(\"UPDATE car SET owner_id = NULL\")`"));
        assertThat(downgrade(road.up(), road.down())).isEmpty();

        road = road(
                person + company + car.formatted(" NOT NULL", "person"),
                person + company + car.formatted(" NOT NULL", "company"),
                List.of());
        assertThat(road.up().warnings())
                .filteredOn(w -> w.rule().equals(RULE))
                .singleElement()
                .matches(w -> !w.cure().contains("NULL") && w.cure().contains("SET owner_id = …"));

        road = road(person + car.formatted("", "person"), person + company + car.formatted("", "company"), List.of());
        assertThat(turned(road.up().warnings())).isEmpty();
        assertThat(downgrade(road.up(), road.down()))
                .singleElement()
                .matches(w -> w.message()
                                .equals(
                                        "on the way down, the values of car.owner_id named rows of company by id, and are taken"
                                                + " for id of person from now on")
                        && w.cure().endsWith("is lost"));
    }

    @Test
    void theSameRowsAreNoOthers() throws SQLException {
        String tables = """
                CREATE TABLE party (id int PRIMARY KEY);
                CREATE TABLE person (id int PRIMARY KEY REFERENCES party);
                CREATE TABLE firm (id int PRIMARY KEY REFERENCES party);
                CREATE TABLE profile (id int UNIQUE, person_id int PRIMARY KEY REFERENCES person);
                """;
        String car = "CREATE TABLE car (id int PRIMARY KEY, owner_id int REFERENCES ";
        List<String> targets = List.of("party", "person", "firm", "profile");
        for (String is : targets) {
            for (String shall : targets) {
                assertThat(turned(road(tables + car + is + ")", tables + car + shall + ")", List.of())
                                .up()
                                .warnings()))
                        .as(is + " to " + shall)
                        .isEmpty();
            }
        }
        assertThat(turned(road(tables + car + "profile)", tables + car + "profile (id))", List.of())
                        .up()
                        .warnings()))
                .isNotEmpty();
        // Another one says still what the values mean.
        assertThat(turned(road(
                                "CREATE TABLE land (id int PRIMARY KEY); " + tables + car
                                        + "party, FOREIGN KEY (owner_id) REFERENCES person)",
                                "CREATE TABLE land (id int PRIMARY KEY); " + tables + car
                                        + "party, FOREIGN KEY (owner_id) REFERENCES land)",
                                List.of())
                        .up()
                        .warnings()))
                .isEmpty();
    }

    /** Who gives the values to a reference to another table nevertheless hears what they are taken for. */
    @Test
    void aReferenceToAnotherTableIsNoNewName() throws SQLException {
        String is = "CREATE TABLE person (id int PRIMARY KEY); CREATE TABLE company (id int PRIMARY KEY);"
                + " CREATE TABLE car (id int PRIMARY KEY, person_id int REFERENCES person)";
        String shall = is.replace("person_id int REFERENCES person", "company_id int REFERENCES company");
        Difference apart = road(is, shall, List.of()).up();
        assertThat(apart.gaps(RenameCandidate.class)).isEmpty();
        assertThat(turned(apart.warnings())).isEmpty();
        assertThat(turned(road(is, shall, List.of("car.person_id=company_id"))
                        .up()
                        .warnings()))
                .containsExactly("public.car.company_id");

        // The table may have another name, too.
        shall = is.replace("person", "human");
        assertThat(road(is, shall, List.of()).up().gaps(RenameCandidate.class))
                .extracting(RenameCandidate::option)
                .contains("car.person_id=human_id", "person=human");
        shall = is.replace("car ", "van ")
                .replace("person_id int REFERENCES person", "company_id int REFERENCES company");
        assertThat(road(is, shall, List.of()).up().gaps(RenameCandidate.class))
                .allMatch(candidate -> candidate.within().isEmpty());
    }

    /** As where an entity gets {@code @MapsId} on the key that it has. */
    @Test
    void toColumnsThatNamedNothing() throws SQLException {
        String usr = "CREATE TABLE usr (id int PRIMARY KEY); CREATE TABLE pair (a int, b int, PRIMARY KEY (a, b)); ";
        String is = usr + "CREATE TABLE \"De t\" (id int PRIMARY KEY, \"u id\" int UNIQUE REFERENCES usr, txt text);"
                + " CREATE TABLE part (id int PRIMARY KEY, u int NOT NULL REFERENCES usr);"
                + " CREATE TABLE two (x int, y int, a int, b int, FOREIGN KEY (b, a) REFERENCES pair (b, a))";
        String shall = usr + "CREATE TABLE detail (key int PRIMARY KEY REFERENCES usr, txt text);"
                + " CREATE TABLE part (id int PRIMARY KEY REFERENCES usr);"
                + " CREATE TABLE two (x int, y int, FOREIGN KEY (x, y) REFERENCES pair)";
        MoveRoad road = road(is, shall, List.of("De t=detail", "detail.id=key"));
        assertThat(turned(road.up().warnings()))
                .containsExactly("public.detail.key", "public.part.id", "public.two.x", "public.two.y");
        assertThat(downgrade(road.up(), road.down())).isEmpty();
        PastedCures.ask(road.up().warnings(), database.connection());
        road.execute("""
                INSERT INTO usr VALUES (1), (2), (3); INSERT INTO pair VALUES (1, 2), (2, 1);
                INSERT INTO "De t" VALUES (1, 2, 'of 2'), (2, 1, 'of 1'), (9, 3, 'of 3');
                INSERT INTO part VALUES (1, 3), (3, 1); INSERT INTO two VALUES (2, 1, 1, 2), (8, 8, 2, 1);
                """);
        road.thereAndBack(
                "SELECT (SELECT string_agg(key || ' ' || txt, ', ' ORDER BY key) FROM detail)"
                        + " || (SELECT string_agg(id::text, ' ' ORDER BY id) FROM part) || (SELECT string_agg((x, y)::text, ' '"
                        + " ORDER BY x) FROM two)",
                "1 of 1, 2 of 2, 3 of 31 3(1,2) (2,1)",
                "SELECT (SELECT string_agg(\"u id\" || txt, ' ' ORDER BY \"u id\") FROM \"De t\")"
                        + " || (SELECT string_agg(u::text, ' ' ORDER BY u) FROM part)"
                        + " || (SELECT string_agg((a, b)::text, ' ' ORDER BY a) FROM two)");
        // The way up that takes a key's reference off it comes back with the same question.
        assertThat(downgrade(
                        road(shall, is, List.of()).up(),
                        road(shall, is, List.of()).down()))
                .anyMatch(w -> w.message()
                        .equals(
                                "on the way down, the values of part.u named rows of usr by id and go; those of id, which named"
                                        + " none, are taken for them from now on"));
    }

    @Test
    void toColumnsThatNamedNothingStaysSilentOrUntold() throws SQLException {
        String usr = "CREATE TABLE usr (id int PRIMARY KEY); ";
        String bare = "CREATE TABLE det (id int PRIMARY KEY); ";
        String own = "CREATE TABLE det (id int PRIMARY KEY, u int REFERENCES usr%s); ";
        String key = "CREATE TABLE det (id int PRIMARY KEY REFERENCES usr%s); ";
        // Nothing of it goes.
        assertThat(turned(road(usr + bare, usr + key.formatted(""), List.of())
                        .up()
                        .warnings()))
                .isEmpty();
        // Two go, and either may be meant.
        assertThat(road(usr + own.formatted(", v int REFERENCES usr"), usr + key.formatted(""), List.of())
                        .up()
                        .warnings())
                .filteredOn(w -> w.rule().equals(RULE))
                .extracting(Warning::message)
                .containsExactly(
                        "the values of det.u named rows of usr by id and go; those of id, which named none, are taken"
                                + " for them from now on",
                        "the values of det.v named rows of usr by id and go; those of id, which named none, are taken"
                                + " for them from now on");
        // The other one has its key from these rows.
        String alter = "ALTER TABLE usr ADD FOREIGN KEY (id) REFERENCES det;";
        assertThat(turned(road(usr + own.formatted("") + alter, usr + key.formatted("") + alter, List.of())
                        .up()
                        .warnings()))
                .isEmpty();
        // Rows of a third table have to follow.
        String part = "CREATE TABLE part (det_id int REFERENCES det)";
        assertThat(road(usr + own.formatted("") + part, usr + key.formatted("") + part, List.of())
                        .up()
                        .warnings())
                .filteredOn(w -> w.rule().equals(RULE))
                .singleElement()
                .matches(w -> w.cure().contains("rows of part by det_id name these rows by their old values")
                        && w.cure().contains("a row without u stops it"));
    }

    /** The key that comes says what the values name from now on, and nothing of what they named. */
    @Test
    void toTheTableThatTheRowsThemselvesArePassedTo() throws SQLException {
        String usr = "CREATE TABLE usr (id int PRIMARY KEY); ";
        String is = usr + "CREATE TABLE det (id int PRIMARY KEY, u int NOT NULL REFERENCES usr);"
                + " CREATE TABLE part (det_id int REFERENCES det)";
        String shall = usr + "CREATE TABLE det (id int PRIMARY KEY REFERENCES usr);"
                + " CREATE TABLE part (det_id int REFERENCES usr)";
        MoveRoad road = road(is, shall, List.of());
        assertThat(turned(road.up().warnings())).containsExactly("public.det.id", "public.part.det_id");
        assertThat(road.up().warnings())
                .filteredOn(w -> w.rule().equals(RULE))
                .first()
                .matches(w -> w.cure()
                        .contains("rows of part by det_id named these rows by their old values: give them what they"
                                + " shall name above that"));
        // The way down brings back what the key named, where the columns come again.
        assertThat(downgrade(
                        road(shall, is, List.of()).up(),
                        road(shall, is, List.of()).down()))
                .hasSizeGreaterThanOrEqualTo(2);
        // No matter whether others said it: a key that comes proves nothing of the rows that stand.
        assertThat(turned(road(is.replace(", u int NOT NULL REFERENCES usr", ""), shall, List.of())
                        .up()
                        .warnings()))
                .containsExactly("public.part.det_id");
        // Where it was there before, the rows are the same; so they are where its target comes with them.
        assertThat(turned(road(is.replace(usr, "").replace(", u int NOT NULL REFERENCES usr", ""), shall, List.of())
                        .up()
                        .warnings()))
                .isEmpty();
        String both = usr + "CREATE TABLE det (id int PRIMARY KEY REFERENCES usr, u int NOT NULL REFERENCES usr);"
                + " CREATE TABLE part (det_id int REFERENCES %s)";
        assertThat(turned(road(both.formatted("det"), both.formatted("usr"), List.of())
                        .up()
                        .warnings()))
                .isEmpty();
        assertThat(turned(road(both.formatted("det"), shall, List.of()).up().warnings()))
                .isEmpty();
    }

    /** A value that was cast may look like another's, so the wider of the two types is the one to exchange them in. */
    @Test
    void whileTheTypeChanges() throws SQLException {
        String tables = """
                CREATE TABLE "U s" ("i d" bigint PRIMARY KEY, code varchar(20) UNIQUE, big numeric(30) NOT NULL UNIQUE, uid uuid UNIQUE);
                CREATE TABLE "m" (id int PRIMARY KEY, u varchar(20) UNIQUE REFERENCES "U s" (code));
                CREATE TABLE n (id int PRIMARY KEY, u numeric(30) NOT NULL REFERENCES "U s" (big));
                CREATE TABLE o (id int PRIMARY KEY, u varchar(40) REFERENCES "U s" (code));
                """;
        String other = tables.replace(
                        "u varchar(20) UNIQUE REFERENCES \"U s\" (code)", "u bigint UNIQUE REFERENCES \"U s\"")
                .replace("u numeric(30) NOT NULL REFERENCES \"U s\" (big)", "u bigint NOT NULL REFERENCES \"U s\"")
                .replace("u varchar(40) REFERENCES \"U s\" (code)", "u uuid REFERENCES \"U s\" (uid)");
        String rows = """
                INSERT INTO "U s" VALUES (1, '2', 2, '00000000-0000-0000-0000-00000000000a'),
                  (2, '01', 3, '00000000-0000-0000-0000-00000000000b'), (3, 'x y', 1, '00000000-0000-0000-0000-00000000000c');
                """;
        String names =
                "SELECT (SELECT string_agg(m.id || '-' || u.\"i d\", ' ' ORDER BY m.id) FROM m JOIN \"U s\" u ON u.%s = m.u)"
                        + " || (SELECT string_agg((n.id, u.\"i d\")::text, ' ' ORDER BY n.id) FROM n JOIN \"U s\" u ON u.%s = n.u)"
                        + " || (SELECT string_agg((o.id, u.\"i d\")::text, ' ' ORDER BY o.id) FROM o JOIN \"U s\" u ON u.%s = o.u)";
        String said = "1-2 2-1 3-3(1,1) (2,2) (3,3)(1,3) (2,2)";
        String renamed = other.replace(
                        "TABLE \"m\" (id int PRIMARY KEY, u bigint UNIQUE",
                        "TABLE \"M m\" (id int PRIMARY KEY, \"R\" bigint UNIQUE")
                .replace("\"i d\" bigint", "key bigint");
        MoveRoad road = road(tables, renamed, List.of("m=M m", "M m.u=R", "U s.i d=key"));
        assertThat(turned(road.up().warnings())).containsExactly("public.M m.R", "public.n.u", "public.o.u");
        PastedCures.ask(road.up().warnings(), database.connection());
        road.execute(rows + "INSERT INTO m VALUES (1, '01'), (2, '2'), (3, 'x y'), (4, NULL);"
                + " INSERT INTO n VALUES (1, 2), (2, 3), (3, 1); INSERT INTO o VALUES (1, 'x y'), (2, '01')");
        road.thereAndBack(
                names.replace("u.\"i d\"", "u.key")
                        .replace("m.u", "m.\"R\"")
                        .replace("FROM m ", "FROM \"M m\" m ")
                        .formatted("key", "key", "uid"),
                said,
                MoveRoad.rowsOf("m", "n", "o"));

        road = road(other, tables, List.of());
        road.execute(
                rows + "INSERT INTO m VALUES (1, 2), (2, 1), (3, 3); INSERT INTO n VALUES (1, 1), (2, 2), (3, 3);"
                        + " INSERT INTO o VALUES (1, '00000000-0000-0000-0000-00000000000c'), (2, '00000000-0000-0000-0000-00000000000b')");
        road.thereAndBack(names.formatted("code", "big", "code"), said, MoveRoad.rowsOf("m", "n", "o"));
    }

    /** A row that must refer to something and has no other key to refer by is in the way. */
    @Test
    void rowsWithoutTheOtherKey() throws SQLException {
        String tables = "CREATE TABLE us (id int PRIMARY KEY, no int UNIQUE);"
                + " CREATE TABLE ph (u int%s REFERENCES us (%s))";
        assertThat(road(tables.formatted(" NOT NULL", "id"), tables.formatted(" NOT NULL", "no"), List.of())
                        .up()
                        .warnings())
                .filteredOn(w -> w.rule().equals(RULE))
                .singleElement()
                .matches(w -> w.cure().contains("Rows that refer to one without no stop it: see them with `SELECT "));
        assertThat(road(tables.formatted("", "id"), tables.formatted("", "no"), List.of())
                        .up()
                        .warnings())
                .filteredOn(w -> w.rule().equals(RULE))
                .singleElement()
                .matches(w -> w.cure().contains("without no refer to nothing then"));
    }

    private static List<String> turned(List<Warning> warnings) {
        return warnings.stream()
                .filter(w -> w.rule().equals(RULE))
                .flatMap(w -> w.objects().stream())
                .toList();
    }

    private static List<Warning> downgrade(Difference up, Difference down) {
        return DowngradeWarnings.of(up, down).stream()
                .filter(w -> w.message().contains("are taken for"))
                .toList();
    }

    private static MoveRoad road(String is, String shall, List<String> renames) throws SQLException {
        List<Schema> schemas = MoveRoad.read(database, is, shall);
        Renames named = Renames.parse(renames);
        return new MoveRoad(
                database,
                schemas.get(0),
                schemas.get(1),
                SchemaDiffer.diff(schemas.get(0), schemas.get(1), named),
                SchemaDiffer.diff(schemas.get(1), schemas.get(0), named.inverse()));
    }
}
