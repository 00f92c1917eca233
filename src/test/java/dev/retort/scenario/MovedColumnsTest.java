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
import dev.retort.operation.DropColumn;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Columns that leave while another column takes their values: what the warnings say, pasted where they say it, up, down and up again. */
class MovedColumnsTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));

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
        Road road = road("""
                CREATE TABLE guest (id int PRIMARY KEY, "Na me" text NOT NULL, fax varchar(9));
                CREATE TABLE account (key int PRIMARY KEY, "Gue st" int NOT NULL UNIQUE REFERENCES guest);
                CREATE TABLE stay (id int PRIMARY KEY, guest_id int REFERENCES guest, tier int, other int REFERENCES account);
                """, """
                CREATE TABLE person (id int PRIMARY KEY, tier int);
                CREATE TABLE account (key int PRIMARY KEY, "Gue st" int NOT NULL UNIQUE REFERENCES person, "Na me" text NOT NULL, fax varchar(9));
                CREATE TABLE stay (id int PRIMARY KEY, guest_id int REFERENCES person, other int REFERENCES account);
                """, List.of("guest=person"));
        assertThat(moves(road.up))
                .containsExactlyInAnyOrder("public.person.Na me", "public.person.fax", "public.stay.tier");
        assertThat(road.up.warnings())
                .filteredOn(w -> w.cure().contains("Of several rows"))
                .flatExtracting(Warning::objects)
                .containsExactly("public.stay.tier");
        PastedCures.ask(road.up.warnings(), database.connection());
        execute("INSERT INTO guest VALUES (1, 'a', '1'), (2, 'b', NULL); INSERT INTO account VALUES (7, 2), (8, 1);"
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
            Road road = road(is, shall, List.of());
            if (backfill.isEmpty()) {
                assertThat(road.up.warnings())
                        .filteredOn(w -> w.rule().equals("required-column-without-default"))
                        .singleElement()
                        .matches(w -> w.cure().contains("--backfill '" + offered + "'"));
            } else {
                Answering.Answered answered = Answering.compare(
                        road.from,
                        road.to,
                        Renames.NONE,
                        Answers.parse(List.of(), List.of(backfill), List.of()),
                        difference -> difference);
                road = new Road(road.from, road.to, answered.up(), answered.down());
            }
            execute("INSERT INTO invoice VALUES (1), (2); INSERT INTO orders VALUES (3, 1, 'a'), (4, 2, 'b')");
            road.thereAndBack(
                    "SELECT string_agg((id, vat)::text, ' ' ORDER BY id) FROM invoice",
                    "(1,a) (2,b)",
                    "SELECT string_agg((id, inv_id, vat)::text, ' ' ORDER BY id) FROM orders");
        }
    }

    @Test
    void toAReferenceByAnotherKey() throws SQLException {
        Road road = road(
                "CREATE TABLE land (code text PRIMARY KEY); CREATE TABLE city (id int PRIMARY KEY, \"Land code\" text NOT NULL REFERENCES land)",
                "CREATE TABLE land (code text NOT NULL UNIQUE, id int PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY);"
                        + " CREATE TABLE city (id int PRIMARY KEY, \"land Id\" int REFERENCES land)",
                List.of());
        assertThat(moves(road.up)).containsExactly("public.city.Land code");
        execute("INSERT INTO land VALUES ('de'), ('fr'); INSERT INTO city VALUES (1, 'fr'), (2, 'de'), (3, 'fr')");
        road.thereAndBack(
                "SELECT string_agg((c.id, l.code)::text, ' ' ORDER BY c.id) FROM city c JOIN land l ON l.id = c.\"land Id\"",
                "(1,fr) (2,de) (3,fr)",
                "SELECT string_agg(c::text, ' ' ORDER BY id) FROM city c");
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
        Road road = road(arrays, rows, List.of());
        assertThat(moves(road.up)).hasSize(3);
        execute(
                "INSERT INTO \"Gue st\" VALUES (1, '{a,b}', '{3,1,2}', '{x,x}'), (2, NULL, '{}', NULL), (3, '{b}', '{7,NULL,7}', '{y}')");
        road.thereAndBack(
                elements, "(1,a) (1,b) (3,b)(1,1,1) (1,2,2) (1,3,0) (3,,1) (3,7,0) (3,7,2)(1,x) (1,x) (3,y)", all);

        road = road(rows, arrays, List.of());
        assertThat(moves(road.up)).hasSize(3);
        execute(
                "INSERT INTO \"Gue st\" VALUES (1), (2); INSERT INTO guest_tags VALUES (1, 'a'), (1, 'b');"
                        + " INSERT INTO \"guest_Or der\" VALUES (1, 9, 1), (1, 8, 0), (2, NULL, 0); INSERT INTO guest_plain VALUES (2, 'p'), (2, 'p')");
        road.thereAndBack(all, "(1,\"{a,b}\",\"{8,9}\",{}) (2,{},{NULL},\"{p,p}\")", elements);
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
            assertThat(road(road.get(0), road.get(1), List.of()).up.warnings())
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

    private static Road road(String is, String shall, List<String> renames) throws SQLException {
        database.load(shall);
        Schema to = database.read(PUBLIC);
        database.load(is);
        Schema from = database.read(PUBLIC);
        Renames there = Renames.parse(renames);
        return new Road(from, to, SchemaDiffer.diff(from, to, there), SchemaDiffer.diff(to, from, there.inverse()));
    }

    private record Road(Schema from, Schema to, Difference up, Difference down) {

        void thereAndBack(String query, String there, String before) throws SQLException {
            String was = one(before);
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
                assertThat(one(before)).isEqualTo(was);
            }
        }

        /** The operations with the calls of each cure where it says: above what is dropped, or below the last of the table's new columns, or the table. */
        private List<Operation> pasted(List<Operation> operations, boolean upwards) {
            List<Operation> all = new ArrayList<>(operations);
            Set<String> seen = new HashSet<>();
            for (Warning warning : up.warnings()) {
                if (!warning.rule().equals("possible-move") || !seen.add(warning.cure())) {
                    continue;
                }
                String way = warning.cure().split("in downgrade, ", 2)[upwards ? 0 : 1];
                PastedCures cures = new PastedCures();
                cures.add(List.of(
                        new Warning(warning.rule(), warning.level(), warning.objects(), warning.message(), way)));
                List<Operation> calls = cures.compiled();
                if (calls.isEmpty()) {
                    // The backfill does it.
                    continue;
                }
                Set<String> required = new HashSet<>();
                calls.stream()
                        .filter(AlterColumn.class::isInstance)
                        .forEach(o -> required.add(((AlterColumn) o).column()));
                int place = -1;
                for (int i = all.size() - 1; i >= 0 && way.contains("above the drop"); i--) {
                    place = all.get(i) instanceof DropColumn ? i : place;
                }
                for (int i = 0; i < all.size() && !way.contains("above the drop"); i++) {
                    if (writes(calls.get(0), all.get(i))) {
                        place = i + 1;
                        if (all.get(i) instanceof AddColumn add
                                && required.contains(add.column().name())) {
                            all.set(i, new AddColumn(add.table(), add.column().withNullable(true)));
                        }
                    }
                }
                assertThat(place).as(way).isPositive();
                all.addAll(place, calls);
            }
            return all;
        }

        private static boolean writes(Operation call, Operation operation) {
            String sql = ((Execute) call).sql();
            ObjectName table = operation instanceof CreateTable create
                    ? create.table().name()
                    : operation instanceof AddColumn add ? add.table() : null;
            String name =
                    table == null ? "" : table.name().matches("[a-z_]+") ? table.name() : "\"" + table.name() + "\"";
            return table != null
                    && (sql.startsWith("UPDATE " + name + " ") || sql.startsWith("INSERT INTO " + name + " "));
        }
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
