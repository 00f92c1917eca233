package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Indicators of Hibernate's {@code @SoftDelete} that go: deleted rows return, unless what the warning says is pasted. */
class SoftDeletesTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));
    private static final String RULE = "deleted-rows-return";
    private static final String COMMENT = "COMMENT ON COLUMN \"Gue st\".%s IS 'Soft-delete indicator';";

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
    void deletedRowsGoWithTheIndicator() throws SQLException {
        for (String column : List.of("deleted", "active", "\"go ne\"", "deleted at")) {
            boolean time = column.endsWith(" at");
            String name = time ? "deleted" : column;
            Difference up = difference(
                    "CREATE TABLE \"Gue st\" (id int PRIMARY KEY, " + name
                            + (time ? " timestamptz" : " boolean NOT NULL") + ");" + COMMENT.formatted(name),
                    "CREATE TABLE \"Gue st\" (id int PRIMARY KEY)");
            Warning told = up.warnings().stream()
                    .filter(w -> w.rule().equals(RULE))
                    .findFirst()
                    .orElseThrow();
            assertThat(told.message()).contains("is the indicator of Hibernate's @SoftDelete");
            PastedCures.ask(List.of(told), database.connection());
            execute("INSERT INTO \"Gue st\" VALUES "
                    + (time
                            ? "(1, now()), (2, NULL)"
                            : column.equals("active") ? "(1, false), (2, true)" : "(1, true), (2, false)"));
            PastedCures pasted = new PastedCures();
            pasted.add(List.of(told));
            List<Operation> all = new ArrayList<>(up.operations());
            assertThat(all.get(0)).isInstanceOf(DropColumn.class);
            all.add(0, pasted.compiled().get(0));
            database.apply(all);
            assertThat(one("SELECT string_agg(id::text, ' ') FROM \"Gue st\"")).isEqualTo("2");
        }
    }

    /** A column that stays says by its comment that it is no indicator any more. */
    @Test
    void deletedRowsOfAColumnThatStays() throws SQLException {
        String table = "CREATE TABLE \"Gue st\" (id int PRIMARY KEY, deleted boolean NOT NULL);";
        Difference up = difference(table + COMMENT.formatted("deleted"), table);
        Warning told = up.warnings().get(0);
        assertThat(told.message())
                .isEqualTo(
                        "Gue st.deleted stays, but is the indicator of Hibernate's @SoftDelete no more: rows that were deleted are found again");
        execute("INSERT INTO \"Gue st\" VALUES (1, true), (2, false)");
        PastedCures pasted = new PastedCures();
        pasted.add(up.warnings());
        database.apply(pasted.compiled());
        assertThat(one("SELECT string_agg(id::text, ' ') FROM \"Gue st\"")).isEqualTo("2");
        // Another comment is of the attribute's own, and one that comes, of a Hibernate that writes it.
        assertThat(said(
                        table + COMMENT.formatted("deleted"),
                        table + COMMENT.formatted("deleted").replace("Soft-delete indicator", "no more")))
                .isEmpty();
        assertThat(said(table, table + COMMENT.formatted("deleted"))).isEmpty();
    }

    /** A column of the usual name may be any attribute. */
    @Test
    void whatMayBeOneIsLeftOpen() throws SQLException {
        String table = "CREATE TABLE guest (id int PRIMARY KEY%s)";
        assertThat(said(table.formatted(", active boolean NOT NULL"), table.formatted("")))
                .singleElement()
                .satisfies(w -> {
                    assertThat(w.message()).startsWith("if guest.active was the indicator of Hibernate's @SoftDelete");
                    assertThat(w.cure())
                            .isEqualTo(
                                    "Where it was, write `op.execute(\"DELETE FROM guest WHERE NOT active\")` above the drop");
                });
        assertThat(said(
                        table.formatted(", deleted boolean NOT NULL")
                                + "; CREATE TABLE stay (id int, guest int REFERENCES guest)",
                        table.formatted("") + "; CREATE TABLE stay (id int, guest int REFERENCES guest)"))
                .singleElement()
                .satisfies(w -> assertThat(w.cure()).contains("it fails while a row that stays refers to one"));
        for (String other : List.of(
                ", gone boolean NOT NULL",
                ", deleted boolean",
                ", deleted boolean NOT NULL DEFAULT false",
                ", deleted timestamp NOT NULL",
                ", active text NOT NULL")) {
            assertThat(said(table.formatted(other), table.formatted("")))
                    .as(other)
                    .isEmpty();
        }
        // It goes on under another name.
        assertThat(said(
                        table.formatted(", deleted boolean NOT NULL"),
                        table.formatted(", is_deleted boolean NOT NULL")))
                .isEmpty();
    }

    /** It goes on in another way: deleted rows stay deleted by what is offered, and by no new name. */
    @Test
    void anotherStrategy() throws SQLException {
        String table = "CREATE TABLE \"Gue st\" (id int PRIMARY KEY, %1$s %2$s);" + COMMENT.replace("%s", "%1$s");
        for (List<String> way : List.of(
                List.of("deleted", "boolean NOT NULL", "is_active", "boolean NOT NULL", "(NOT deleted)"),
                List.of("\"Act ive\"", "boolean NOT NULL", "deleted", "boolean NOT NULL", "(NOT \"Act ive\")"),
                List.of("deleted", "boolean NOT NULL", "gone", "boolean NOT NULL", "(deleted)"),
                List.of("at", "timestamptz", "active", "boolean NOT NULL", "(at IS NULL)"))) {
            Difference up =
                    difference(table.formatted(way.get(0), way.get(1)), table.formatted(way.get(2), way.get(3)));
            assertThat(up.warnings())
                    .filteredOn(w -> w.rule().equals("required-column-without-default"))
                    .singleElement()
                    .matches(w -> w.cure().contains("=" + way.get(4) + "'"), way.get(4));
            assertThat(up.warnings())
                    .extracting(Warning::rule)
                    .as(way.get(2))
                    .matches(rules -> rules.contains("possible-column-rename")
                            == way.get(2).equals("gone"));
        }
        Difference up =
                difference(table.formatted("\"Act ive\"", "boolean NOT NULL"), table.formatted("at", "timestamptz"));
        List<Warning> told =
                up.warnings().stream().filter(w -> w.rule().equals(RULE)).toList();
        execute("INSERT INTO \"Gue st\" VALUES (1, true), (2, false)");
        PastedCures pasted = new PastedCures();
        pasted.add(told);
        List<Operation> all = new ArrayList<>(up.operations());
        all.addAll(
                all.indexOf(all.stream()
                        .filter(DropColumn.class::isInstance)
                        .findFirst()
                        .orElseThrow()),
                pasted.compiled());
        database.apply(all);
        assertThat(one("SELECT string_agg(id || ' ' || (at IS NULL), ' ' ORDER BY id) FROM \"Gue st\""))
                .isEqualTo("1 true 2 false");
    }

    private static List<Warning> said(String is, String shall) throws SQLException {
        return difference(is, shall).warnings().stream()
                .filter(w -> w.rule().equals(RULE))
                .toList();
    }

    private static Difference difference(String is, String shall) throws SQLException {
        database.load(shall);
        Schema to = database.read(PUBLIC);
        database.load(is);
        return SchemaDiffer.diff(database.read(PUBLIC), to, Renames.NONE);
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
