package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Doubt;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterComposite;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes that go are told for each column that holds them, and what the cures say to paste brings their values back. */
class KeptAttributesTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));

    private static final Pattern ABOVE = Pattern.compile("above `([^`]+)`");
    private static final Pattern BELOW = Pattern.compile("below `([^`]+)`");

    private static final String REST = """
            CREATE DOMAIN place AS addr;
            CREATE TYPE pair AS (one addr, "Tw o" place);
            CREATE TABLE "M m" (id int PRIMARY KEY, a addr, b place, p pair, arr addr[], pairs pair[]);
            CREATE TABLE bare (a addr);
            """;

    private static final String BEFORE = """
            CREATE TYPE mood AS ENUM ('it''s', 'ok');
            CREATE TYPE addr AS ("Zi p" mood, id int, street varchar(20));
            """ + REST + """
            INSERT INTO "M m" VALUES
                (1, ROW('ok', 7, 'a'), ROW('it''s', NULL, NULL), ROW(ROW('ok', 1, NULL), ROW(NULL, 2, 'b')), ARRAY[ROW('ok', 3, 'c')::addr], NULL),
                (2, NULL, NULL, NULL, NULL, NULL), (3, ROW(NULL, NULL, 'd'), NULL, ROW(NULL, NULL), '{}', NULL);
            INSERT INTO bare VALUES (ROW('ok', 1, 'e'));
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

    /** The type changes in place, and comes back only by being made anew; or it is made anew both ways. */
    @ParameterizedTest
    @ValueSource(strings = {"street varchar(20)", "street varchar(9)", "\"Zi p\" text, street varchar(20)"})
    void comeBack(String left) throws SQLException {
        database.load("CREATE TYPE addr AS (" + left + ");" + REST);
        Schema to = database.read(PUBLIC);
        database.load(BEFORE);
        Schema from = database.read(PUBLIC);
        Difference up = SchemaDiffer.diff(from, to, Renames.NONE);
        Difference down = SchemaDiffer.diff(to, from, Renames.NONE);
        List<Warning> losses = losses(up);
        assertThat(losses.stream().filter(w -> w.objects().get(0).equals("public.addr.id")))
                .extracting(Warning::message)
                .containsExactlyInAnyOrder(
                        "the values of the attribute id of addr are lost in M m.a",
                        "the values of the attribute id of addr are lost in M m.b",
                        "the values of the attribute id of addr are lost in M m.p, within one",
                        "the values of the attribute id of addr are lost in M m.p, within Tw o",
                        "the values of the attribute id of addr are lost in M m.arr",
                        "the values of the attribute id of addr are lost in M m.pairs, within one",
                        "the values of the attribute id of addr are lost in M m.pairs, within Tw o",
                        "the values of the attribute id of addr are lost in bare.a");
        List<Operation> there = new ArrayList<>(up.operations());
        List<Operation> back = new ArrayList<>(down.operations());
        for (Warning loss : losses) {
            PastedCures pasted = new PastedCures();
            pasted.add(List.of(loss));
            List<Operation> calls = pasted.compiled();
            if (loss.cure().contains("by hand")) {
                assertThat(loss.objects().get(1)).matches("public\\.(M m\\.arr|M m\\.pairs|bare\\.a)");
            } else {
                there.add(first(there, said(ABOVE, loss)), calls.get(0));
                back.addAll(last(back, said(BELOW, loss)) + 1, calls.subList(1, calls.size()));
            }
        }
        String rows = "SELECT string_agg((a, b, p)::text, ' ' ORDER BY id) FROM \"M m\"";
        String before = value(rows);
        for (int round = 0; round < 2; round++) {
            database.apply(there);
            assertThat(value(rows)).isNotEqualTo(before);
            database.apply(back);
            assertThat(value(rows)).isEqualTo(before);
            assertThat(SchemaDiffer.diff(database.read(PUBLIC), from, Renames.NONE)
                            .operations())
                    .isEmpty();
        }
    }

    @Test
    void areCounted() throws SQLException {
        database.load("CREATE TYPE addr AS (street varchar(20));" + REST);
        Schema to = database.read(PUBLIC);
        database.load(BEFORE);
        Difference up = SchemaDiffer.diff(database.read(PUBLIC), to, Renames.NONE);
        List<String> counted = new ArrayList<>();
        for (Doubt doubt : up.doubts()) {
            Warning warning = doubt.warning();
            if (warning != null && warning.objects().get(0).equals("public.addr.id")) {
                String count = value(Objects.requireNonNull(doubt.rows()).count());
                counted.add(warning.message().replaceFirst(".* in ", "") + " " + count);
            }
        }
        assertThat(counted)
                .containsExactlyInAnyOrder(
                        "M m.a 1",
                        "M m.b 0",
                        "M m.p, within one 1",
                        "M m.p, within Tw o 1",
                        "M m.arr 1",
                        "M m.pairs, within one 0",
                        "M m.pairs, within Tw o 0",
                        "bare.a 1");
    }

    /** What is held by tables that are not under management is found, however deep. */
    @Test
    void areFoundByTheQueryWhereNoTableIsKnown() throws SQLException {
        String tables =
                "CREATE TYPE box_ AS (inner_ addr[]); CREATE DOMAIN held AS box_; CREATE TYPE outer_ AS (h held);"
                        + " CREATE TABLE hidden (id int, o outer_[]); CREATE TABLE other (id int);";
        database.load("CREATE TYPE addr AS (b int);");
        Schema to = database.read(PUBLIC);
        database.load("CREATE TYPE addr AS (a int, b int);");
        Warning loss = losses(SchemaDiffer.diff(database.read(PUBLIC), to, Renames.NONE))
                .get(0);
        database.load("CREATE TYPE addr AS (a int, b int);" + tables);
        Matcher query = Pattern.compile("see with `([^`]+)`").matcher(loss.cure());
        assertThat(query.find()).isTrue();
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(query.group(1))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("hidden");
            assertThat(rows.next()).isFalse();
        }
    }

    private static List<Warning> losses(Difference difference) {
        return difference.warnings().stream()
                .filter(w -> w.rule().equals("data-loss"))
                .toList();
    }

    private static String said(Pattern place, Warning loss) {
        Matcher matcher = place.matcher(loss.cure());
        assertThat(matcher.find()).as(loss.cure()).isTrue();
        return matcher.group(1);
    }

    private static int first(List<Operation> operations, String call) {
        return calls(operations).indexOf(call);
    }

    private static int last(List<Operation> operations, String call) {
        List<String> calls = calls(operations);
        assertThat(calls).contains(call);
        return calls.lastIndexOf(call);
    }

    private static List<String> calls(List<Operation> operations) {
        return operations.stream()
                .map(o -> o instanceof AlterColumn alter
                        ? "op.alterColumn(\"" + alter.table().display() + "\", \"" + alter.column() + "\")"
                        : o instanceof AlterComposite alter
                                ? "op.alterComposite(\"" + alter.type().display() + "\")"
                                : "")
                .toList();
    }

    private String value(String query) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
