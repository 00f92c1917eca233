package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the cures of lost rows say to paste, pasted: the rows are there again after the way down, and the way up goes again. */
class KeptRowsTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));

    private static final String LONG = "a_table_whose_name_is_as_long_as_the_server_lets_a_name_become_";

    private static final String TABLES = """
            CREATE TYPE mood AS ENUM ('it''s', 'ok');
            CREATE SEQUENCE visit_seq INCREMENT 50;
            CREATE TABLE "Gue st" (
                "I d" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                mood mood, moods mood[], "na""me" text NOT NULL,
                shout text GENERATED ALWAYS AS (upper("na""me")) STORED);
            CREATE TABLE visit (id bigint PRIMARY KEY, guest bigint NOT NULL REFERENCES "Gue st", before bigint REFERENCES visit);
            CREATE TABLE numbered (no serial PRIMARY KEY, note text);
            CREATE TABLE parent (id int, note text);
            CREATE TABLE child (more int) INHERITS (parent);
            CREATE TABLE LONG1 (id int);
            CREATE TABLE LONG2 (id int);
            CREATE TABLE stays (
                id int PRIMARY KEY, name varchar(10) NOT NULL UNIQUE, "Or der" int, mood mood NOT NULL DEFAULT 'ok', no int GENERATED ALWAYS AS IDENTITY);
            CREATE TABLE one (a text, b int, gone mood, PRIMARY KEY (a, b));
            CREATE TABLE bare (id int, gone mood);
            CREATE TABLE one_kept (id int);
            CREATE TABLE one_gone_kept (id int);
            CREATE TABLE low (no serial PRIMARY KEY);
            CREATE TABLE empty (no int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
            CREATE TABLE falling (no int GENERATED ALWAYS AS IDENTITY (INCREMENT -1) PRIMARY KEY, v int);
            """.replace("LONG", LONG.substring(0, 62));

    private static final String ROWS = """
            INSERT INTO "Gue st" (mood, moods, "na""me") VALUES ('it''s', '{ok,NULL}', 'a'), (NULL, NULL, 'b');
            INSERT INTO visit VALUES (1, 1, 2), (2, 2, NULL), (77, 2, 77);
            INSERT INTO numbered (note) VALUES ('x'), ('y');
            INSERT INTO parent VALUES (1, 'p');
            INSERT INTO child VALUES (2, 'c', 3);
            INSERT INTO LONG1 VALUES (1);
            INSERT INTO LONG2 VALUES (2);
            INSERT INTO stays VALUES (1, 'one', 10, 'it''s', DEFAULT), (2, 'two', NULL, 'ok', DEFAULT);
            INSERT INTO one VALUES ('k', 1, 'ok'), ('k', 2, NULL);
            INSERT INTO bare VALUES (1, 'ok'), (1, 'ok'), (2, NULL);
            INSERT INTO low VALUES (-3), (0);
            INSERT INTO falling (v) VALUES (1), (2);
            """.replace("LONG", LONG.substring(0, 62));

    private static final String AFTER = """
            CREATE TABLE remains (key int PRIMARY KEY);
            CREATE TABLE one (a text, c int, PRIMARY KEY (a, c));
            CREATE TABLE bare (id int);
            CREATE TABLE one_kept (id int);
            CREATE TABLE one_gone_kept (id int);
            """;

    private ScenarioDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new ScenarioDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void comeBack() throws SQLException {
        database.load(AFTER);
        Schema to = database.read(PUBLIC);
        database.load(TABLES);
        Schema from = database.read(PUBLIC);
        Renames there = Renames.parse(List.of("stays=remains", "stays.id=key", "one.b=c"));
        Difference up = SchemaDiffer.diff(from, to, there);
        Difference down =
                SchemaDiffer.diff(to, from, Renames.parse(List.of("remains=stays", "remains.key=id", "one.c=b")));
        List<Warning> losses =
                up.warnings().stream().filter(w -> w.rule().equals("data-loss")).toList();
        assertThat(losses.stream().filter(w -> w.objects().get(0).startsWith("public.remains.")))
                .as("several columns of one table are kept together")
                .hasSize(4)
                .allMatch(w -> w.cure().equals(cure(losses, "public.remains.name")));
        assertThat(cure(losses, "public.remains.name")).contains("take `.notNull()` off where name is added again");
        PastedCures pasted = new PastedCures();
        pasted.add(losses);
        List<Operation> keep = new ArrayList<>();
        Map<ObjectName, List<Operation>> back = new HashMap<>();
        Map<ObjectName, Set<String>> required = new HashMap<>();
        place(pasted.compiled(), keep, back, required);

        execute(ROWS);
        List<String> rows = rows();
        for (int round = 0; round < 2; round++) {
            database.apply(up(up.operations(), keep));
            assertThat(SchemaDiffer.diff(database.read(PUBLIC), to, Renames.NONE)
                            .operations())
                    .as("what is kept stands beside, and all else is as wanted")
                    .hasSize(keep.size())
                    .allMatch(DropTable.class::isInstance);
            database.apply(down(down.operations(), back, required));
            assertThat(SchemaDiffer.diff(database.read(PUBLIC), from, Renames.NONE)
                            .operations())
                    .isEmpty();
            assertThat(rows()).isEqualTo(rows);
        }
        // Numbers go on where they were.
        execute(
                "INSERT INTO \"Gue st\" (\"na\"\"me\") VALUES ('c'); INSERT INTO numbered (note) VALUES ('z');"
                        + "INSERT INTO stays (id, name) VALUES (3, 'three'); INSERT INTO visit VALUES (nextval('visit_seq'), 1, NULL)");
        assertThat(one("SELECT max(\"I d\") FROM \"Gue st\"")).isEqualTo("3");
        assertThat(one("SELECT max(no) FROM numbered")).isEqualTo("3");
        assertThat(one("SELECT max(no) FROM stays")).isEqualTo("3");
        execute("INSERT INTO low DEFAULT VALUES; INSERT INTO empty DEFAULT VALUES; INSERT INTO falling DEFAULT VALUES");
        assertThat(
                        one(
                                "SELECT (SELECT max(no) FROM low) || ' ' || (SELECT max(no) FROM empty) || ' ' || (SELECT min(no) FROM falling)"))
                .isEqualTo("1 1 -3");
    }

    /** Jakarta Persistence's two ways to store an enum: rows change from the one to the other by what the cures of both ways say. */
    @Test
    void placesBecomeNamesAndPlacesAgain() throws SQLException {
        database.load(
                "CREATE TABLE \"Task\" (id int PRIMARY KEY, \"St ate\" varchar(9) CONSTRAINT s CHECK (\"St ate\" IN ('it''s', 'A\\B', 'DONE')))");
        Schema to = database.read(PUBLIC);
        database.load(
                "CREATE TABLE \"Task\" (id int PRIMARY KEY, \"St ate\" smallint CONSTRAINT s CHECK (\"St ate\" BETWEEN 0 AND 2))");
        Schema from = database.read(PUBLIC);
        execute("INSERT INTO \"Task\" VALUES (1, 2), (2, 0), (3, NULL), (4, 1)");
        String rows = "SELECT string_agg(t::text, ' ' ORDER BY id) FROM \"Task\" t";
        String before = one(rows);
        database.apply(withUsing(SchemaDiffer.diff(from, to, Renames.NONE)));
        assertThat(one(rows)).isEqualTo("(1,DONE) (2,it's) (3,) (4,\"A\\\\B\")");
        database.apply(withUsing(SchemaDiffer.diff(to, from, Renames.NONE)));
        assertThat(one(rows)).isEqualTo(before);
    }

    /** Hibernate's third way: from places by what the cure says, from names by itself. */
    @Test
    void placesAndNamesBecomeANamedEnumAndAreAgain() throws SQLException {
        String named = "CREATE TYPE \"Sta te\" AS ENUM ('A\\B', 'it''s', 'DONE');"
                + " CREATE TABLE \"Task\" (id int PRIMARY KEY, \"St ate\" \"Sta te\" DEFAULT 'DONE')";
        String places =
                "CREATE TABLE \"Task\" (id int PRIMARY KEY, \"St ate\" smallint DEFAULT 2 CONSTRAINT s CHECK (\"St ate\" BETWEEN 0 AND 2))";
        String names = "CREATE TABLE \"Task\" (id int PRIMARY KEY, \"St ate\" varchar(9) DEFAULT 'DONE'"
                + " CONSTRAINT s CHECK (\"St ate\" IN ('it''s', 'A\\B', 'DONE')))";
        for (String before : List.of(places, names)) {
            database.load(named);
            Schema to = database.read(PUBLIC);
            database.load(before);
            Schema from = database.read(PUBLIC);
            boolean counted = before.equals(places);
            execute("INSERT INTO \"Task\" VALUES "
                    + (counted ? "(1, 1), (2, 0), (3, NULL)" : "(1, 'it''s'), (2, 'A\\B'), (3, NULL)"));
            execute("INSERT INTO \"Task\" (id) VALUES (4)");
            String rows = "SELECT string_agg(t::text, ' ' ORDER BY id) FROM \"Task\" t";
            String is = one(rows);
            Difference up = SchemaDiffer.diff(from, to, Renames.NONE);
            Difference down = SchemaDiffer.diff(to, from, Renames.NONE);
            if (!counted) {
                for (Difference difference : List.of(up, down)) {
                    assertThat(difference.warnings()).extracting(Warning::rule).containsOnly("table-rewrite");
                }
            }
            database.apply(counted ? withUsing(up) : up.operations());
            assertThat(one(rows)).isEqualTo("(1,it's) (2,\"A\\\\B\") (3,) (4,DONE)");
            database.apply(counted ? withUsing(down) : down.operations());
            assertThat(one(rows)).isEqualTo(is);
        }
    }

    /** A type whose constants stand in the order of their names says nothing of the order that they have in Java. */
    @Test
    void constantsInTheOrderOfTheirNames() throws SQLException {
        database.load(
                "CREATE TYPE s AS ENUM ('ASKED', 'BACK', 'OUT'); CREATE TABLE loan (id int PRIMARY KEY, state s)");
        Schema to = database.read(PUBLIC);
        database.load("CREATE TABLE loan (id int PRIMARY KEY, state smallint CHECK (state BETWEEN 0 AND 2))");
        Schema from = database.read(PUBLIC);
        assertThat(SchemaDiffer.diff(from, to, Renames.NONE).warnings())
                .filteredOn(w -> w.rule().equals("needs-using"))
                .singleElement()
                .matches(w -> w.cure().contains("CASE state WHEN 0 THEN '…' WHEN 1 THEN '…' WHEN 2 THEN '…' END"));
        assertThat(SchemaDiffer.diff(to, from, Renames.NONE).warnings())
                .filteredOn(w -> w.rule().equals("needs-using"))
                .singleElement()
                .matches(w ->
                        w.cure().contains("CASE state WHEN 'ASKED' THEN … WHEN 'BACK' THEN … WHEN 'OUT' THEN … END"));
    }

    /** The operations, with the change of type that the cure says. */
    private static List<Operation> withUsing(Difference difference) {
        PastedCures pasted = new PastedCures();
        pasted.add(difference.warnings().stream()
                .filter(w -> w.rule().equals("data-dependent-check") || w.rule().equals("needs-using"))
                .toList());
        Operation said = pasted.compiled().get(0);
        return difference.operations().stream()
                .map(o -> o instanceof AlterColumn ? said : o)
                .toList();
    }

    @Test
    void moveWhereTheNewTablesAre() throws SQLException {
        database.load("""
                CREATE TABLE target (id int PRIMARY KEY);
                CREATE TABLE note (key int PRIMARY KEY, CONSTRAINT note_no CHECK (key > 0));
                CREATE TABLE note_target (note_id int NOT NULL REFERENCES note, target_id int NOT NULL REFERENCES target,
                    PRIMARY KEY (note_id, target_id));
                CREATE SEQUENCE home_seq INCREMENT 50;
                CREATE TABLE home (id int PRIMARY KEY, street text, "Ci ty" varchar(20) NOT NULL);
                CREATE TABLE person (id int PRIMARY KEY, home_id int UNIQUE REFERENCES home);
                CREATE TABLE user_account (id int PRIMARY KEY);
                CREATE TABLE profile (user_id int PRIMARY KEY REFERENCES user_account, bio text, age int NOT NULL);
                CREATE TABLE item (id int PRIMARY KEY);
                CREATE TABLE detail (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, item_id int NOT NULL REFERENCES item, size int);
                CREATE TABLE other (id int PRIMARY KEY, fax text);
                """);
        Schema to = database.read(PUBLIC);
        database.load("""
                CREATE TABLE target (id int PRIMARY KEY);
                CREATE TABLE log (id int PRIMARY KEY, target_id int NOT NULL REFERENCES target, CONSTRAINT note_no CHECK (id > 0));
                CREATE TABLE person (id int PRIMARY KEY, street text, "Ci ty" varchar(20), number int);
                CREATE TABLE user_account (id int PRIMARY KEY, bio text, age int NOT NULL);
                CREATE TABLE item (id int PRIMARY KEY, size int);
                """);
        Schema from = database.read(PUBLIC);
        Difference up = SchemaDiffer.diff(from, to, Renames.parse(List.of("log=note", "log.id=key")));
        Difference down = SchemaDiffer.diff(to, from, Renames.parse(List.of("note=log", "note.key=id")));
        List<Warning> moves = up.warnings().stream()
                .filter(w -> w.rule().equals("possible-move"))
                .toList();
        assertThat(moves.stream().flatMap(w -> w.objects().stream()))
                .containsExactlyInAnyOrder(
                        "public.note.target_id",
                        "public.person.street",
                        "public.person.Ci ty",
                        "public.user_account.bio",
                        "public.user_account.age",
                        "public.item.size");
        assertThat(up.warnings().stream()
                        .filter(w -> w.rule().equals("data-loss"))
                        .flatMap(w -> w.objects().stream()))
                .as("and nothing is said twice")
                .containsExactly("public.person.number");
        assertThat(cure(moves, "public.note.target_id"))
                .isEqualTo(
                        "Where they move, write `op.execute(\"INSERT INTO note_target (note_id, target_id) SELECT key, target_id"
                                + " FROM note\")` above the drop, and in downgrade, take `.notNull()` off where target_id is added again,"
                                + " and right below it write `op.execute(\"UPDATE log SET target_id = m.target_id FROM note_target m"
                                + " WHERE m.note_id = log.id\")`, `op.execute(\"UPDATE log SET target_id = … WHERE target_id IS NULL\")`"
                                + " and `op.alterColumn(\"log\", \"target_id\").notNull()`, with a value for rows that have none by then");
        PastedCures pasted = new PastedCures();
        pasted.add(moves);
        List<Operation> there = new ArrayList<>();
        Map<ObjectName, List<Operation>> back = new HashMap<>();
        Map<ObjectName, Set<String>> required = new HashMap<>();
        for (Operation call : pasted.compiled()) {
            if (call instanceof AlterColumn alter) {
                required.computeIfAbsent(alter.table(), t -> new HashSet<>()).add(alter.column());
                back.get(alter.table()).add(call);
            } else if (call instanceof Execute execute && execute.sql().contains(" m WHERE ")) {
                ObjectName table = ObjectName.of(execute.sql().split(" ", 3)[1]);
                back.computeIfAbsent(table, t -> new ArrayList<>()).add(call);
            } else {
                there.add(call);
            }
        }
        execute(
                "INSERT INTO target VALUES (1), (2); INSERT INTO log VALUES (7, 1), (8, 2);"
                        + "INSERT INTO person VALUES (1, 'a', 'b', 1), (2, NULL, 'c', 2), (3, NULL, NULL, 3);"
                        + "INSERT INTO user_account VALUES (1, 'x', 3), (2, NULL, 4); INSERT INTO item VALUES (5, 6), (6, NULL)");
        String rows = "SELECT (SELECT string_agg(t::text, ';' ORDER BY id) FROM log t) || "
                + "(SELECT string_agg((id, street, \"Ci ty\")::text, ';' ORDER BY id) FROM person) || "
                + "(SELECT string_agg(t::text, ';' ORDER BY id) FROM user_account t) || (SELECT string_agg(t::text, ';' ORDER BY id) FROM item t)";
        String before = one(rows);
        for (int round = 0; round < 2; round++) {
            database.apply(up(up.operations(), there));
            assertThat(one(
                            "SELECT (SELECT string_agg(t::text, ';') FROM note_target t) || (SELECT string_agg(h::text, ';') FROM home h)"
                                    + " || (SELECT string_agg(p::text, ';') FROM profile p) || (SELECT string_agg(d::text, ';') FROM detail d)"
                                    + " || (SELECT string_agg(p::text, ';' ORDER BY id) FROM person p)"))
                    .isEqualTo("(7,1);(8,2)(1,a,b);(2,,c)(1,x,3);(2,,4)(5,5,6)(1,1);(2,2);(3,)");
            assertThat(one("SELECT nextval('home_seq') || ' ' || nextval('detail_id_seq')"))
                    .isEqualTo("52 6");
            database.apply(down(down.operations(), back, required));
            assertThat(one(rows)).isEqualTo(before);
        }
    }

    private static String cure(List<Warning> warnings, String object) {
        return warnings.stream()
                .filter(w -> w.objects().contains(object))
                .findFirst()
                .orElseThrow()
                .cure();
    }

    /** Each cure makes a table first and drops it last; between the two it brings back. */
    private static void place(
            List<Operation> calls,
            List<Operation> keep,
            Map<ObjectName, List<Operation>> back,
            Map<ObjectName, Set<String>> required) {
        List<Operation> bring = new ArrayList<>();
        for (Operation call : calls) {
            if (call instanceof AlterColumn alter) {
                required.computeIfAbsent(alter.table(), t -> new HashSet<>()).add(alter.column());
            }
            String sql = call instanceof Execute execute ? execute.sql() : "";
            if (sql.startsWith("CREATE TABLE ")) {
                keep.add(call);
                bring = new ArrayList<>();
            } else {
                bring.add(call);
            }
            if (sql.startsWith("DROP TABLE ")) {
                for (ObjectName table : owners()) {
                    String name = table.name().matches("[a-z_0-9]+") ? table.name() : "\"" + table.name() + "\"";
                    boolean its = bring.stream()
                            .anyMatch(b -> b instanceof Execute execute
                                    && (execute.sql().startsWith("INSERT INTO " + name + " ")
                                            || execute.sql().startsWith("UPDATE " + name + " ")));
                    if (its) {
                        back.put(table, bring);
                    }
                }
            }
        }
        assertThat(back.keySet()).containsExactlyInAnyOrderElementsOf(owners());
    }

    private static List<ObjectName> owners() {
        String base = LONG.substring(0, 62);
        return List.of(
                        "Gue st",
                        "visit",
                        "numbered",
                        "parent",
                        "child",
                        base + "1",
                        base + "2",
                        "stays",
                        "one",
                        "bare",
                        "low",
                        "empty",
                        "falling")
                .stream()
                .map(ObjectName::of)
                .toList();
    }

    private static List<Operation> up(List<Operation> operations, List<Operation> keep) {
        List<Operation> all = new ArrayList<>(operations);
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place) instanceof DropTable || all.get(place) instanceof DropColumn) {
                all.addAll(place, keep);
                return all;
            }
        }
        throw new AssertionError("nothing is dropped");
    }

    /** The calls go below what comes again: the table, or the last of its columns. */
    private static List<Operation> down(
            List<Operation> operations, Map<ObjectName, List<Operation>> back, Map<ObjectName, Set<String>> required) {
        List<Operation> all = new ArrayList<>();
        Map<ObjectName, Integer> places = new HashMap<>();
        for (Operation operation : operations) {
            if (operation instanceof AddColumn add
                    && required.getOrDefault(add.table(), Set.of())
                            .contains(add.column().name())) {
                all.add(new AddColumn(add.table(), add.column().withNullable(true)));
            } else {
                all.add(operation);
            }
            if (operation instanceof CreateTable create) {
                places.put(create.table().name(), all.size());
            } else if (operation instanceof AddColumn add) {
                places.put(add.table(), all.size());
            }
        }
        places.entrySet().stream()
                .sorted(Map.Entry.<ObjectName, Integer>comparingByValue().reversed())
                .forEach(e -> all.addAll(e.getValue(), back.getOrDefault(e.getKey(), List.of())));
        return all;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (ObjectName table : owners()) {
            rows.add(table + ": "
                    + one("SELECT string_agg(t::text, '; ' ORDER BY t::text) FROM ONLY \"" + table.name() + "\" t"));
        }
        return rows;
    }

    private String one(String query) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
