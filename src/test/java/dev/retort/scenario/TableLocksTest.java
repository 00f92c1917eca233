package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.catalog.Scope;
import dev.retort.diff.Compared;
import dev.retort.diff.Difference;
import dev.retort.diff.OnlineForm;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.diff.TableLocks;
import dev.retort.diff.ToldLocks;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page's table of who waits for what: each line is run, its locks are measured, and the file says what the page says. */
class TableLocksTest {

    private static final Scope PUBLIC = new Scope(Set.of("public"), List.of(), List.of(), Set.of());

    private static final String BEFORE = """
            CREATE DOMAIN amount AS int;
            CREATE TYPE mood AS ENUM ('GLAD', 'SAD');
            CREATE SEQUENCE numbers;
            CREATE TABLE customer (id int PRIMARY KEY, name varchar(50));
            CREATE TABLE orders (
              id int PRIMARY KEY, total int, note text, code varchar(50), placed timestamp, cost amount, mood mood,
              customer_id int, kept int CONSTRAINT kept_is_there CHECK (kept IS NOT NULL),
              tie int CONSTRAINT orders_tie REFERENCES customer, room int4range,
              CONSTRAINT small CHECK (total < 1000000), CONSTRAINT placed_once UNIQUE (placed));
            CREATE INDEX orders_code ON orders (upper(code));
            """;

    /** What each line of the page does. */
    private static final Map<String, String> CHANGES = new LinkedHashMap<>();

    static {
        CHANGES.put("column, with or without a constant default", "ALTER TABLE orders ADD extra int DEFAULT 1");
        CHANGES.put(
                "column with a default that differs by row",
                "ALTER TABLE orders ADD uid uuid DEFAULT gen_random_uuid()");
        CHANGES.put(
                "column, identity or stored",
                "ALTER TABLE orders ADD twice int GENERATED ALWAYS AS (total * 2) STORED");
        CHANGES.put("column goes", "ALTER TABLE orders DROP note");
        CHANGES.put("column with a foreign key goes", "ALTER TABLE orders DROP tie");
        CHANGES.put("type whose bytes differ", "ALTER TABLE orders ALTER note TYPE varchar(5)");
        CHANGES.put("type of the same bytes", "ALTER TABLE orders ALTER note TYPE varchar");
        CHANGES.put(
                "type of the same bytes, under an expression's index",
                "ALTER TABLE orders ALTER code TYPE varchar(99)");
        CHANGES.put("`timestamp` to `timestamptz`, under an index", "ALTER TABLE orders ALTER placed TYPE timestamptz");
        CHANGES.put("`NOT NULL`", "ALTER TABLE orders ALTER total SET NOT NULL");
        CHANGES.put("`NOT NULL` that a check proves", "ALTER TABLE orders ALTER kept SET NOT NULL");
        CHANGES.put("no longer `NOT NULL`; default", "ALTER TABLE orders ALTER total SET DEFAULT 1");
        CHANGES.put("check", "ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0)");
        CHANGES.put("check, `NOT VALID`", "ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0) NOT VALID");
        CHANGES.put(
                "foreign key",
                "ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customer");
        CHANGES.put(
                "foreign key, `NOT VALID`",
                "ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customer NOT VALID");
        CHANGES.put(
                "foreign key of a new table", "CREATE TABLE item (id int PRIMARY KEY, order_id int REFERENCES orders)");
        CHANGES.put("foreign key goes", "ALTER TABLE orders DROP CONSTRAINT orders_tie");
        CHANGES.put("unique constraint, primary key", "ALTER TABLE orders ADD CONSTRAINT one_code UNIQUE (code)");
        CHANGES.put(
                "exclusion constraint", "ALTER TABLE orders ADD CONSTRAINT apart EXCLUDE USING gist (room WITH &&)");
        CHANGES.put("index", "CREATE INDEX orders_total ON orders (total)");
        CHANGES.put("index goes; check, unique constraint or primary key goes", "DROP INDEX orders_code");
        CHANGES.put("check or `NOT NULL` of a domain", "ALTER DOMAIN amount ADD CONSTRAINT positive CHECK (VALUE > 0)");
        CHANGES.put("value of an enum comes", "ALTER TYPE mood ADD VALUE 'CALM'");
        CHANGES.put(
                "storage parameter; comment",
                "ALTER TABLE orders SET (fillfactor = 70); COMMENT ON TABLE orders IS 'all'");
        CHANGES.put("unlogged or logged", "ALTER TABLE orders SET UNLOGGED");
        CHANGES.put("sequence", "ALTER SEQUENCE numbers INCREMENT 50");
        CHANGES.put("table goes", "DROP TABLE orders");
    }

    private static ScenarioDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new ScenarioDatabase();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    /** Statements that no operation says take locks as well. */
    @Test
    void whatIsWrittenAsSqlIsJudged() throws SQLException {
        database.load("CREATE DOMAIN d AS int CONSTRAINT must NOT NULL; CREATE TABLE t (v d);"
                + "CREATE TABLE p (a int, b int); CREATE TABLE c (b int) INHERITS (p)");
        boolean named = TestServer.majorVersion() >= 17;
        Schema to = database.read(PUBLIC);
        database.load(
                "CREATE DOMAIN d AS int; CREATE TABLE t (v d); CREATE TABLE p (a int, b int); CREATE TABLE c () INHERITS (p)");
        Schema from = database.read(PUBLIC);
        List<Operation> up = SchemaDiffer.diff(from, to, Renames.NONE).operations();
        assertThat(up.stream().anyMatch(Execute.class::isInstance)).isEqualTo(named);
        assertThat(TableLocks.up(new Compared(from, to, Renames.NONE), up, false))
                .extracting(Warning::message)
                .contains("writers of t wait while NOT NULL of d is checked");
        assertThat(ToldLocks.of(from, to, List.of(new Execute("ALTER TABLE ONLY p DROP COLUMN b"))))
                .containsExactly(Map.of(ObjectName.of("p"), "readers and writers"));
        assertThat(ToldLocks.of(from, to, List.of(new Execute("SELECT 1")))).containsExactly(Map.of());
        database.load("CREATE SCHEMA \"S s\"; CREATE TABLE \"S s\".\"T t\" (a int)");
        Schema other = database.read(new Scope(null, List.of(), List.of(), Set.of()));
        assertThat(ToldLocks.of(
                        other,
                        other,
                        List.of(
                                new Execute("CREATE TRIGGER x AFTER INSERT ON \"S s\".\"T t\" EXECUTE FUNCTION f()"),
                                new Execute("DROP POLICY x ON \"S s\".\"T t\""))))
                .containsExactly(
                        Map.of(new ObjectName("S s", "T t"), "writers"),
                        Map.of(new ObjectName("S s", "T t"), "readers and writers"));
    }

    @Test
    void thePageSaysWhatIsMeasuredAndWhatTheFileSays() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> change : CHANGES.entrySet()) {
            Pair pair = pair(change.getValue());
            List<Operation> operations = pair.up().operations();
            List<String> waits = LockMeter.apply(database.connection(), pair.from(), pair.to(), operations);
            lines.add("| " + change.getKey() + " | " + (waits.isEmpty() ? "nobody" : String.join("; ", waits)) + " | "
                    + said(pair) + " |");
        }
        assertThat(page()).containsExactlyElementsOf(lines);
    }

    private record Pair(Schema from, Schema to, Difference up) {

        Compared states() {
            return new Compared(from, to, Renames.NONE);
        }
    }

    /** What the change leads to, and then what it starts from, which the database is left with. */
    private static Pair pair(String change) throws SQLException {
        database.load(BEFORE + ";" + change);
        Schema to = database.read(PUBLIC);
        database.load(BEFORE);
        Schema from = database.read(PUBLIC);
        return new Pair(from, to, SchemaDiffer.diff(from, to, Renames.NONE));
    }

    private static String said(Pair pair) {
        List<String> rules = Stream.concat(
                        pair.up().warnings().stream().filter(w -> w.rule().equals("table-rewrite")),
                        TableLocks.up(pair.states(), pair.up().operations(), false).stream())
                .map(w -> (w.level() == Warning.Level.INFO ? "the note `" : "`") + w.rule() + "`"
                        + (w.cure().contains("--online") ? ", `--online`" : ""))
                .distinct()
                .toList();
        return rules.isEmpty() ? "" : String.join("; ", rules);
    }

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("docs/what-the-diff-sees.md")).stream()
                .dropWhile(line -> !line.startsWith("| what changes on a table that is there"))
                .skip(2)
                .takeWhile(line -> line.startsWith("| "))
                .toList();
    }

    @Test
    void aSentenceForTablesThatAreWaitedForInTheSameWay() throws SQLException {
        assertThat(told("CREATE INDEX orders_total ON orders (total); CREATE INDEX orders_note ON orders (note)"))
                .containsExactly("writers of orders wait while orders_note and orders_total are built");
        assertThat(told("ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES customer"))
                .containsExactly("writers of customer and orders wait while fk is checked");
    }

    @Test
    void whatIsLockedFirstIsLockedUntilTheEnd() throws SQLException {
        String both =
                "ALTER TABLE customer ADD extra int; ALTER TABLE orders ADD extra int; CREATE INDEX i ON orders (total)";
        assertThat(told(both))
                .containsExactly(
                        "readers and writers of orders wait while i is built",
                        "readers and writers of customer wait until the end, too, as all of it is one transaction");
        Pair pair = pair(both);
        List<Operation> steps =
                OnlineForm.of(pair.up().operations(), pair.states().partitioned());
        assertThat(TableLocks.up(pair.states(), steps, true)).isEmpty();
    }

    private static List<String> told(String change) throws SQLException {
        Pair pair = pair(change);
        return TableLocks.up(pair.states(), pair.up().operations(), false).stream()
                .map(Warning::message)
                .toList();
    }
}
