package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no diff can know, said on the command line: backfills, mappings of values, renames; and the counts of the rows in the way. */
class AnswersTest {

    private static final String CUSTOMER = """
            @Entity public class Customer {
                public enum Status { NEW, LOST, DONE }
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id;
                @Column(length = 80) String fullname;
                @Enumerated(EnumType.STRING) @Column(length = 10, nullable = false) Status status;
                @Enumerated(EnumType.STRING) @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM)
                @Column(columnDefinition = "mood") Mood mood;
                String email;
                Long boss;
                @org.hibernate.annotations.ColumnDefault("'none'") @org.hibernate.annotations.Comment("it's said")
                @Column(columnDefinition = "varchar(9) collate \\"C\\"") String note;
            }
            """;

    private static final String MOOD = "public enum Mood { GLAD, MEH, SAD }";

    private static final String EDITED = CUSTOMER.replace("NEW, LOST, DONE", "NEW, CANCELLED, DONE")
            .replace(
                    "String email;",
                    "@Column(nullable = false) String email;\n@Column(length = 8, nullable = false) String tier;");

    private static final String EDITED_MOOD = "public enum Mood { GLAD, SAD }";

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private final Database database = TestServer.fresh();

    @BeforeEach
    void firstRevision() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "edited");
        variables.putAll(TestProject.scratch());
        EditedEntities.compile(folder.resolve("classes"), CUSTOMER, MOOD);
        Ran first = generate("--no-proof");
        assertThat(first.code()).as(first.all()).isZero();
        assertThat(run("upgrade", "head", "--url", Addresses.url(database)).code())
                .isZero();
        EditedEntities.compile(folder.resolve("classes"), EDITED, EDITED_MOOD);
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    private Ran generate(String... more) {
        List<String> args = new ArrayList<>(List.of("revision", "--autogenerate", "-m", "edit"));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private void sql(String statement) {
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(statement);
        }
    }

    private String text(String query) {
        try (SqlSession session = SqlSession.open(database)) {
            return session.query(query).get(0).string("text");
        }
    }

    @Test
    void answersFillTheColumnsAndMapTheValuesUpAndDown() throws IOException {
        sql("INSERT INTO customer (status, mood, email) VALUES ('LOST', 'MEH', NULL), ('NEW', 'GLAD', 'a@b.co')");
        Ran ran = generate(
                "--backfill",
                "customer.tier=BASIC",
                "--backfill",
                "customer.email=status || '@nowhere'",
                "--map",
                "customer.status.LOST=CANCELLED",
                "--map",
                "mood.MEH=SAD");
        assertThat(ran.code()).as(ran.all()).isZero();
        String file = Files.readString(folder.resolve("db/shop/migrations/R0002_Edit.java"));
        assertThat(file)
                .contains("""
                        // Customer.tier
                        op.addColumn("customer", varchar("tier", 8));
                        op.execute("UPDATE customer SET tier = 'BASIC'");
                        op.alterColumn("customer", "tier").notNull();
                """, """
                        // Customer.email
                        op.execute("UPDATE customer SET email = status || '@nowhere' WHERE email IS NULL");
                        op.alterColumn("customer", "email").notNull();
                """, """
                        op.execute("UPDATE customer SET status = 'CANCELLED' WHERE status = 'LOST'");
                        op.addCheck("customer", "customer_status_check", "status in ('NEW','CANCELLED','DONE')");
                """, """
                        op.execute("UPDATE customer SET status = 'LOST' WHERE status = 'CANCELLED'");
                        op.addCheck("customer", "customer_status_check", "status IN ('NEW', 'LOST', 'DONE')");
                """, ".map(\"MEH\", \"SAD\")", "rows that held MEH hold SAD after the upgrade")
                .doesNotContain("required-column");
        Ran up = run("upgrade", "head", "--url", Addresses.url(database));
        assertThat(up.code()).as(up.all()).isZero();
        String rows =
                "SELECT string_agg(concat_ws(' ', status, mood, email%s), ', ' ORDER BY id) AS text FROM customer";
        assertThat(text(rows.formatted(", tier"))).isEqualTo("CANCELLED SAD LOST@nowhere BASIC, NEW GLAD a@b.co BASIC");
        assertThat(run("check", "--url", Addresses.url(database)).code()).isZero();
        assertThat(run("downgrade", "-1", "--yes", "--url", Addresses.url(database))
                        .code())
                .isZero();
        assertThat(text(rows.formatted(""))).isEqualTo("LOST SAD LOST@nowhere, NEW GLAD a@b.co");
    }

    /** What is answered is not asked for again, and its rows are not in the way; the file says it in lines that a person reads. */
    @Test
    void ofSeveralValuesOnlyThoseWithoutAnAnswerAreLeft() throws IOException {
        EditedEntities.compile(
                folder.resolve("classes"), CUSTOMER.replace("NEW, LOST, DONE", "DONE"), "public enum Mood { GLAD }");
        sql("INSERT INTO customer (status, mood) VALUES ('LOST', 'MEH'), ('LOST', 'SAD'), ('NEW', 'SAD')");
        Ran half = generate(
                "--url",
                Addresses.url(database),
                "--map",
                "customer.status.LOST=DONE",
                "--map",
                "mood.SAD=GLAD",
                "--stdout",
                "--no-proof");
        assertThat(half.code()).as(half.all()).isZero();
        assertThat(half.out().replaceAll("\\s+\\*\\s+", " "))
                .contains(
                        "no longer allows NEW in status: it fails if a row holds it (1 row holds 'NEW' now)",
                        "{@code --map customer.status.NEW=VALUE}",
                        "it fails while a row holds MEH, unless the revision says what becomes of it (1 row holds 'MEH' in customer.mood now)",
                        "{@code --map mood.MEH=VALUE}");
        Ran whole = generate(
                "--map",
                "customer.status.LOST=DONE",
                "--map",
                "customer.status.NEW=DONE",
                "--map",
                "mood.SAD=GLAD",
                "--map",
                "mood.MEH=GLAD",
                "--stdout",
                "--no-proof");
        assertThat(whole.out()).contains("""
                        op.execute(\"""
                                UPDATE customer SET status = CASE status
                                    WHEN 'LOST' THEN 'DONE'
                                    WHEN 'NEW' THEN 'DONE'
                                END
                                WHERE status IN ('LOST', 'NEW')\""");
                """).doesNotContain("data-dependent-check");
    }

    /** Its table goes by name, asks before it takes rows, and comes back with all that its columns had. */
    @Test
    void anEntityThatIsDeletedIsATableThatIsDropped() throws IOException {
        sql("INSERT INTO customer (status, mood) VALUES ('LOST', 'MEH')");
        EditedEntities.compile(folder.resolve("classes"), "@Entity public class Other { @Id long id; }");
        Ran ran = generate("--url", Addresses.url(database), "--no-proof");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(Files.readString(folder.resolve("db/shop/migrations/R0002_Edit.java"))
                        .replaceAll("\\s+\\*\\s+", " "))
                .contains(
                        "op.dropTable(\"customer\");",
                        "<b>data-loss</b>",
                        "(1 row now)",
                        ".defaultTo(\"'none'\")",
                        ".collate(\"C\")",
                        ".comment(\"it's said\")");
        String url = Addresses.url(database);
        Ran refused = run("upgrade", "head", "--url", url);
        assertThat(refused.code()).as(refused.all()).isEqualTo(4);
        assertThat(refused.out()).contains("would lose table customer: 1 row");
        assertThat(run("upgrade", "head", "--url", url, "--yes").code()).isZero();
        assertThat(run("check", "--url", url).code()).isZero();
        assertThat(text("SELECT coalesce(to_regclass('customer')::text, 'gone') AS text"))
                .isEqualTo("gone");
        assertThat(run("downgrade", "-1", "--url", url).code()).isZero();
        assertThat(
                        text(
                                "SELECT concat_ws('|', pg_get_expr(d.adbin, d.adrelid), c.collname, col_description(a.attrelid, a.attnum)) AS text"
                                        + " FROM pg_attribute a JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
                                        + " JOIN pg_collation c ON c.oid = a.attcollation WHERE a.attrelid = 'customer'::regclass AND a.attname = 'note'"))
                .isEqualTo("'none'::character varying|C|it's said");
    }

    /** The same counts as {@code check} has, where the reviewer reads them. */
    @Test
    void theFileCountsTheRowsInTheWay() throws IOException {
        sql(
                "INSERT INTO customer (fullname, status, email, boss, note) VALUES ('Ann Ann', 'NEW', 'a', 7, 'x'), ('Ann Ann', 'NEW', NULL, 1, NULL),"
                        + " ('Bo', 'LOST', 'b@c', 1, 'y')");
        EditedEntities.compile(
                folder.resolve("classes"),
                CUSTOMER.replace(
                                "@Entity",
                                "@Entity @org.hibernate.annotations.Check(name = \"mailed\", constraints = \"length(email) > 2\")")
                        .replace(
                                "@Column(length = 80) String fullname",
                                "@Column(length = 5, unique = true) String fullname")
                        .replace("String email", "@Column(nullable = false) String email")
                        .replace("Long boss", "@ManyToOne @JoinColumn(name = \"boss\") Customer boss")
                        .replace("NEW, LOST, DONE", "NEW, DONE")
                        .replaceAll("(?s)@org.hibernate.annotations.ColumnDefault.*?note;", ""),
                MOOD);
        Ran ran = generate("--url", Addresses.url(database), "--no-proof", "--stdout");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(ran.out().replaceAll("\\s+\\*\\s+", " "))
                .contains(
                        "(1 row holds 'LOST' now)",
                        "(1 row breaks it now)",
                        "(1 row holds null now)",
                        "(1 row refers to nothing now)",
                        "(1 group of rows shares the same values now)",
                        "(2 rows hold a value now)",
                        "op.addColumn(\"customer\", varchar(\"note\", 9).collate(\"C\").defaultTo(\"'none'\").comment(\"it's said\"));",
                        "(2 rows do not fit now)");
    }

    @Test
    void rowsInTheWayAreCounted() {
        sql("INSERT INTO customer (status, mood) SELECT 'LOST', 'MEH' FROM generate_series(1, 1200)");
        Ran ran = run("check", "--url", Addresses.url(database));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "it fails if a row holds null (at least 1,000 rows hold null now)",
                        "fails unless customer is empty (at least 1,000 rows now)",
                        "(at least 1,000 rows hold 'LOST' now)",
                        "(at least 1,000 rows hold 'MEH' in customer.mood now)",
                        "--map customer.status.LOST=CANCELLED",
                        "--backfill customer.tier=VALUE",
                        "ColumnDefault");
        sql("TRUNCATE customer");
        assertThat(run("check", "--url", Addresses.url(database)).out()).contains("(no row holds null now)");
    }

    /** The values of now are asked through the conversion; what has too many spellings is not asked at all. */
    @Test
    void aCheckOfAColumnThatChangesItsType() throws IOException {
        Database other = TestServer.fresh();
        try (SqlSession session = SqlSession.open(other)) {
            session.execute(
                    "CREATE DOMAIN mail AS text; CREATE TABLE t (id int PRIMARY KEY, mobile varchar(20), born text, \"Note\" jsonb, far text, m mail);"
                            + "INSERT INTO t VALUES (1, '-5', 'May', '[]', '99999999999', 'x'), (2, 'none', 'May', '[1, 2]', '1', 'x@y')");
        }
        Files.writeString(
                folder.resolve("to.sql"),
                "CREATE DOMAIN mail AS text CHECK (VALUE LIKE '%@%');"
                        + " CREATE TABLE t (id int PRIMARY KEY, m mail, mobile int CHECK (mobile >= 0), born date CHECK (born > '1900-01-01'),"
                        + " \"Note\" text CHECK (length(\"Note\") < 5), far int CHECK (far >= 0))");
        Ran ran = run("diff", "--from", Addresses.url(other), "--to", "file:to.sql");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(ran.out())
                .contains(
                        "does not satisfy `value LIKE '%@%'` (1 row breaks it now)",
                        "does not satisfy `mobile >= 0` (1 row breaks it now)",
                        " AND 2147483647 END THEN false ELSE NOT (mobile::integer >= 0) END`",
                        "fix: Such rows can be counted only after born has its new type",
                        "(1 row breaks it now)\n  fix: See them with `SELECT * FROM t WHERE NOT (length(\"Note\"::text) < 5)`",
                        "does not satisfy `far >= 0` (no row breaks it now)",
                        "becomes integer by `USING far::integer`, which fails if a value does not convert, or is a larger number (1 row")
                .doesNotContain("does not exist");
    }

    @Test
    void aKeyOverAColumnThatChangesItsType() throws IOException {
        Database other = TestServer.fresh();
        try (SqlSession session = SqlSession.open(other)) {
            session.execute(
                    "CREATE TABLE t (id int PRIMARY KEY, code varchar(10), state text, \"Name\" text);"
                            + "INSERT INTO t VALUES (1, '1', '1', 'a'), (2, '01', '7', 'a'), (3, 'none', 'x', 'a'), (4, '2', '07', 'A')");
        }
        Files.writeString(
                folder.resolve("to.sql"),
                "CREATE TABLE t (id int PRIMARY KEY, code int UNIQUE, state int, \"Name\" text);"
                        + " CREATE UNIQUE INDEX busy ON t (lower(\"Name\")) WHERE state > 3");
        Ran ran = run("diff", "--from", Addresses.url(other), "--to", "file:to.sql");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(ran.out())
                .contains(
                        "the unique constraint on t (code) fails if two rows have the same values (1 group of rows shares",
                        "the unique index on t (lower(\"Name\")) fails if two rows have the same values (1 group of rows shares");
    }

    @Test
    void aCountNeverFailsTheCommand() throws IOException {
        Database other = TestServer.fresh();
        try (SqlSession session = SqlSession.open(other)) {
            session.execute(
                    "CREATE TABLE t (id int PRIMARY KEY, a jsonb, b text); INSERT INTO t VALUES (1, '{}', '{}')");
        }
        Files.writeString(
                folder.resolve("to.sql"),
                "CREATE FUNCTION fits(text) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true';"
                        + "CREATE TABLE t (id int PRIMARY KEY, a jsonb CHECK (a ? 'x'), b text CHECK (fits(b)))");
        Ran ran = run("diff", "--from", Addresses.url(other), "--to", "file:to.sql");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(ran.out())
                .contains("(1 row breaks it now)", "(not counted: function public.fits(text) does not exist");
    }

    @Test
    void anAnswerThatFitsNothingSaysWhatWould() {
        Ran backfill = generate("--backfill", "customer.fullname='x'");
        assertThat(backfill.code()).isEqualTo(2);
        assertThat(backfill.err()).contains("fits nothing", "Candidates: customer.email, customer.tier");
        assertThat(generate("--backfill", "customer.tier=NULL").err()).contains("NULL is none");
        assertThat(generate("--map", "customer.status.DONE=NEW").err())
                .contains("fits nothing", "mood.MEH, customer.status.LOST");
        assertThat(generate("--map", "customer.status.LOST=GONE").err()).contains("Its values: NEW, CANCELLED, DONE");
        assertThat(generate("--map", "LOST").err()).contains("--map orders.status.LOST=CANCELLED");
        assertThat(folder.resolve("db/shop/migrations/R0002_Edit.java")).doesNotExist();
    }
}
