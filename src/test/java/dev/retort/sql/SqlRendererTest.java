package dev.retort.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.retort.TestServer;
import dev.retort.database.Database;
import dev.retort.operation.Sample;
import dev.retort.operation.Samples;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of operation, spelled and run on a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlRendererTest {

    private Database database;

    @BeforeAll
    void open() {
        database = TestServer.fresh();
    }

    @AfterAll
    void close() {
        TestServer.drop(database);
    }

    static Stream<Sample> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void runsOnTheServer(Sample sample) throws Exception {
        assumeThat(TestServer.majorVersion()).isGreaterThanOrEqualTo(sample.since());
        List<Statement> statements = SqlRenderer.render(sample.operation());
        boolean transactional = statements.stream().allMatch(Statement::transactional);
        try (Connection connection = database.connect();
                java.sql.Statement jdbc = connection.createStatement()) {
            connection.setAutoCommit(!transactional);
            for (String sql : sample.setup()) {
                jdbc.execute(sql);
            }
            for (Statement statement : statements) {
                assertThat(statement.sql()).doesNotEndWith(";");
                // A script puts a semicolon after each.
                jdbc.execute(statement.sql() + ";");
            }
            if (transactional) {
                connection.rollback();
            } else {
                jdbc.execute("DROP SCHEMA IF EXISTS s CASCADE");
                jdbc.execute("DROP SCHEMA public CASCADE");
                jdbc.execute("CREATE SCHEMA public");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void spellsTheSameTwice(Sample sample) {
        assertThat(SqlRenderer.render(sample.operation())).isEqualTo(SqlRenderer.render(sample.operation()));
    }
}
