package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.DatabaseException;
import dev.retort.TestServer;
import dev.retort.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlSessionTest {

    private Database database;
    private SqlSession session;

    @BeforeEach
    void open() {
        database = TestServer.fresh();
        session = SqlSession.open(database);
        session.execute(
                "CREATE TABLE t (id int PRIMARY KEY, doc jsonb, tags text[]); INSERT INTO t VALUES (1, '{\"a\": 1}', '{x}')");
    }

    @AfterEach
    void close() {
        session.close();
        TestServer.drop(database);
    }

    @Test
    void readsRows() {
        SqlRow row = session.query("SELECT *, NULL::int AS nothing, true AS yes FROM t WHERE id = ?", 1)
                .get(0);
        assertThat(row.number("id")).isEqualTo(1);
        assertThat(row.string("doc")).isEqualTo("{\"a\": 1}");
        assertThat(row.string("tags")).isEqualTo("{x}");
        assertThat(row.text("nothing")).isNull();
        assertThat(row.flag("yes")).isTrue();
        assertThatThrownBy(() -> row.get("other")).hasMessageContaining("other");
    }

    @Test
    void aQuestionMarkIsAnOperator() {
        session.execute("DELETE FROM t WHERE doc ? 'a' AND '{d' <> ''");
        assertThat(session.query("SELECT 1 FROM t")).isEmpty();
    }

    @Test
    void statementsMayFollowABlock() {
        session.execute("CREATE FUNCTION one() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END;"
                + " CREATE TABLE u (n int DEFAULT one()); INSERT INTO u DEFAULT VALUES");
        assertThat(session.query("SELECT n FROM u").get(0).number("n")).isEqualTo(1);
    }

    @Test
    void errorsCarryWhatTheServerSaid() {
        assertThatThrownBy(() -> session.update("INSERT INTO t (id) VALUES (?)", 1))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.sqlState()).isEqualTo("23505");
                    assertThat(e.statement()).isEqualTo("INSERT INTO t (id) VALUES (?)");
                    assertThat(e.reason()).contains("t_pkey").contains("detail: Key (id)=(1) already exists.");
                });
    }

    @Test
    void transactionsCommitNestAndRollBack() {
        session.transaction(() -> {
            session.execute("INSERT INTO t VALUES (2)");
            assertThatThrownBy(() -> session.transaction(() -> {
                        session.execute("INSERT INTO t VALUES (3)");
                        session.execute("INSERT INTO t VALUES (2)");
                    }))
                    .isInstanceOf(DatabaseException.class);
            session.transaction(() -> session.execute("INSERT INTO t VALUES (4)"));
        });
        assertThatThrownBy(() -> session.transaction(() -> {
                    session.execute("INSERT INTO t VALUES (5)");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        session.rolledBack(() -> session.update("INSERT INTO t VALUES (6)"));
        assertThat(session.query("SELECT id FROM t ORDER BY id"))
                .extracting(row -> row.number("id"))
                .containsExactly(1L, 2L, 4L);
    }

    @Test
    void aLongStatementIsShownAroundItsFault() {
        String sql = "SELECT " + "1,".repeat(1000) + " nonsense, " + "2,".repeat(1000) + "3";
        assertThatThrownBy(() -> session.execute(sql))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.reason()).contains("nonsense, 2").hasSizeLessThan(800));
    }
}
