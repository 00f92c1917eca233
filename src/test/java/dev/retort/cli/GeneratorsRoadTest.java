package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generators that change under rows on the launcher's road: what counts from then on, and what counts again after the way back, goes on behind them. */
class GeneratorsRoadTest {

    private static final String IDENTITY = "IDENTITY";

    private static final String QUEUE = """
            @Entity public class Queue { @Id @GeneratedValue(strategy = GenerationType.STRATEGY, generator = "q") GENERATOR Integer id; }
            """;
    private static final String NOTE = """
            @Entity public class Note { @Id @GeneratedValue(strategy = GenerationType.STRATEGY) Long id; }
            """;
    private static final String PAGE = """
            @Entity @Inheritance(strategy = InheritanceType.JOINED)
            public class Page { @Id @GeneratedValue(strategy = GenerationType.STRATEGY) Long id; }
            """;
    private static final String COVER = "@Entity public class Cover extends Page { String color; }";

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void project() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "edited");
        variables.putAll(TestProject.scratch());
    }

    private String run(String... args) {
        Ran ran = Ran.in(folder, variables, args);
        assertThat(ran.code()).as(ran.all()).isZero();
        return ran.all();
    }

    private void entities(String queue, String note, String page) throws IOException {
        EditedEntities.compile(
                folder.resolve("classes"),
                QUEUE.replace("STRATEGY", queue)
                        .replace(
                                "GENERATOR",
                                queue.equals("SEQUENCE")
                                        ? "@SequenceGenerator(name = \"q\", sequenceName = \"numbers\", initialValue = 5)"
                                        : ""),
                NOTE.replace("STRATEGY", note),
                PAGE.replace("STRATEGY", page),
                COVER);
    }

    private static long next(SqlSession session, String statement) {
        return ((Number) session.query(statement)
                        .get(0)
                        .values()
                        .values()
                        .iterator()
                        .next())
                .longValue();
    }

    @Test
    void whatIsNewGoesOnBehindTheRowsBothWays() throws IOException {
        entities("SEQUENCE", IDENTITY, "SEQUENCE");
        run("revision", "--autogenerate", "-m", "first", "--no-proof");
        Database database = TestServer.fresh();
        String url = Addresses.url(database);
        run("upgrade", "head", "--url", url);
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("INSERT INTO queue VALUES (7); INSERT INTO page VALUES (33)");
            session.execute("INSERT INTO note DEFAULT VALUES");
        }
        entities(IDENTITY, "SEQUENCE", "TABLE");
        String said = run("revision", "--autogenerate", "-m", "second", "--url", url);
        assertThat(said)
                .as("no sequence is taken for that of another entity")
                .doesNotContain("possible-sequence-rename")
                .as("the one whose name says nothing is left to a person")
                .contains("sequence-start public.numbers: on the way down,")
                .contains("SELECT setval('numbers', max(id)) FROM queue");
        run("upgrade", "head", "--url", url);
        try (SqlSession session = SqlSession.open(database)) {
            assertThat(next(session, "INSERT INTO queue DEFAULT VALUES RETURNING id"))
                    .isEqualTo(8);
            assertThat(next(session, "SELECT nextval('note_seq')"))
                    .as("a pooled optimizer takes the block that ends there")
                    .isEqualTo(51);
            assertThat(next(session, "SELECT next_val FROM hibernate_sequences"))
                    .isEqualTo(83);
        }
        run("check", "--url", url);
        run("downgrade", "-1", "--url", url, "--yes");
        try (SqlSession session = SqlSession.open(database)) {
            assertThat(next(session, "INSERT INTO note DEFAULT VALUES RETURNING id"))
                    .isEqualTo(2);
            assertThat(next(session, "SELECT nextval('page_seq')")).isEqualTo(83);
        }
    }

    @Test
    void whatTheModelSaysOfAnyNameIsUsed() throws IOException {
        entities(IDENTITY, "TABLE", "TABLE");
        run("revision", "--autogenerate", "-m", "first", "--no-proof");
        entities("SEQUENCE", "TABLE", IDENTITY);
        run("revision", "--autogenerate", "-m", "second");
        assertThat(Files.readString(folder.resolve("db/shop/migrations/R0002_Second.java")))
                .contains("op.execute(\"SELECT setval('numbers', max(id)) FROM queue WHERE id >= 5\");")
                .contains(
                        "op.execute(\"SELECT setval(pg_get_serial_sequence('page', 'id'), max(id)) FROM page WHERE id >= 1\");")
                .contains(
                        "op.execute(\"SELECT setval(pg_get_serial_sequence('queue', 'id'), max(id)) FROM queue WHERE id >= 1\");");
        entities("SEQUENCE", IDENTITY, "TABLE");
        run("revision", "--autogenerate", "-m", "third", "--no-proof");
        assertThat(Files.readString(folder.resolve("db/shop/migrations/R0003_Third.java")))
                .as("the row of a table that stands")
                .contains(
                        "INSERT INTO hibernate_sequences (sequence_name, next_val) SELECT 'default', max(id) + 50 FROM page");
    }

    @Test
    void aSequenceOfItsTableCountsOneColumnOfAKeyOfSeveral() throws IOException {
        String line = """
                @Entity public class LogLine { @Id @GeneratedValue(strategy = GenerationType.STRATEGY) Long id; @org.hibernate.annotations.PartitionKey int region; }
                """;
        String dome = "@Entity public class Dome { @Id Long id; }";
        EditedEntities.compile(folder.resolve("classes"), line.replace("STRATEGY", "SEQUENCE"), dome);
        run("revision", "--autogenerate", "-m", "first", "--no-proof");
        Database database = TestServer.fresh();
        String url = Addresses.url(database);
        run("upgrade", "head", "--url", url);
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("INSERT INTO log_line (id, region) VALUES (700, 900)");
        }
        EditedEntities.compile(folder.resolve("classes"), line.replace("STRATEGY", IDENTITY), dome);
        assertThat(run("revision", "--autogenerate", "-m", "second", "--url", url))
                .doesNotContain("sequence-start");
        run("upgrade", "head", "--url", url);
        try (SqlSession session = SqlSession.open(database)) {
            assertThat(next(session, "INSERT INTO log_line (region) VALUES (900) RETURNING id"))
                    .isEqualTo(701);
        }
        run("downgrade", "-1", "--url", url, "--yes");
        try (SqlSession session = SqlSession.open(database)) {
            assertThat(next(session, "SELECT nextval('log_line_seq')"))
                    .as("behind the identifiers, not the regions")
                    .isEqualTo(751);
        }
        run("upgrade", "head", "--url", url);
        try (SqlSession session = SqlSession.open(database)) {
            assertThat(next(session, "INSERT INTO log_line (region) VALUES (900) RETURNING id"))
                    .isEqualTo(702);
        }
    }
}
