package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Gate;
import dev.retort.TestServer;
import dev.retort.runtime.SqlSession;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the real launcher that are ended from outside, by a signal that asks and by one that does not, or in the server. */
class InterruptedRunsTest {

    /** What a shell reports for a program that was asked to end. */
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    private HandWritten project;
    private Gate gate;

    @BeforeEach
    void project() {
        project = HandWritten.in(folder);
        gate = new Gate(project.database());
    }

    @AfterEach
    void drop() {
        gate.close();
        TestServer.drop(project.database());
    }

    @Test
    void oneThatIsAskedToEndRollsBackAndSaysWhereTheDatabaseStands() {
        project.revisions("a")
                .revision(
                        "b",
                        "revises = \"a\", message = \"slow\"",
                        "op.createTable(\"slow\", bigint(\"id\")); op.execute(\"SELECT gate(1)\");",
                        "op.dropTable(\"slow\");");
        gate.shut(1);
        Launched ended = Launched.endedAt(
                folder,
                project.variables(),
                process -> {
                    gate.await(1, 1);
                    process.destroy();
                },
                "upgrade",
                "head",
                "--progress",
                "always");
        assertThat(ended.code()).as(ended.all()).isEqualTo(TERMINATED);
        assertThat(ended.out()).contains("upgrade <base> -> a");
        assertThat(ended.err())
                .contains(
                        "Interrupted in the upgrade of b (slow)",
                        "Rolled back: all of b. Kept: the upgrade of a.",
                        " stands at a.",
                        "To go on: ",
                        "upgrade head");
        String plain = ended.err().substring(ended.err().lastIndexOf("\u001b[2K"));
        assertThat(plain).startsWith("\u001b[2Kerror: Interrupted");
        gate.untilNoneRuns();
        assertThat(project.current()).containsExactly("a");
        gate.open(1);
        assertThat(project.retort("upgrade head").code()).isZero();
        assertThat(project.current()).containsExactly("b");
    }

    @Test
    void aStatementOutsideATransactionThatBrokeOffIsToldWhereverOneLooks() {
        project.revision(
                "a",
                "message = \"loose\"",
                "op.execute(\"CREATE TABLE first (id int)\");"
                        + " op.outsideTransaction(() -> op.execute(\"CREATE TABLE loose AS SELECT gate(1) AS id\"));",
                "");
        gate.shut(1);
        Launched cut = Launched.endedAt(
                folder, project.variables(), process -> gate.await(1, 1).forEach(gate::terminate), "upgrade", "head");
        assertThat(cut.code()).as(cut.all()).isEqualTo(3);
        gate.untilNoneRuns();
        gate.open(1);
        String story =
                "An earlier upgrade broke off after its step 1, which is committed, while its step 2 ran outside a"
                        + " transaction, so it is not known whether that happened";
        assertThat(project.retort("current").err()).contains("Revision a is half done", story, "retort upgrade a");
        assertThat(project.retort("history -i").all()).contains("a (head) (half done)", story);
        assertThat(project.retort("upgrade head --plan").out()).contains(story);
        assertThat(project.retort("check").err()).contains(story, "retort upgrade a");
        Ran again = project.retort("upgrade head");
        assertThat(again.code()).isEqualTo(4);
        String undone = again.err()
                .lines()
                .filter(line -> line.contains("DELETE FROM"))
                .findFirst()
                .orElseThrow();
        try (SqlSession session = SqlSession.open(project.database())) {
            session.execute(undone.strip());
        }
        assertThat(project.retort("upgrade head").code()).isZero();
        assertThat(project.retort("current").all()).startsWith("a").doesNotContain("half done");
    }

    private void tenants(int number) {
        try (SqlSession session = SqlSession.open(project.database())) {
            IntStream.rangeClosed(1, number).forEach(i -> session.execute("CREATE SCHEMA tenant_" + i));
        }
        project.revisions("a")
                .revision(
                        "b",
                        "revises = \"a\", message = \"slow\"",
                        "op.createTable(\"slow\", bigint(\"id\"));"
                                + " op.execute(\"SELECT public.gate(substr(current_schema(), 8)::int)\");",
                        "op.dropTable(\"slow\");");
    }

    /** The tenants that stand at a revision, each with the tables and the history that belong to it. */
    private List<String> at(String revision) {
        String tables = revision.equals("b") ? "slow, t_a" : "t_a";
        String history = revision.equals("b") ? "a, b" : "a";
        try (SqlSession session = SqlSession.open(project.database())) {
            return session
                    .query("SELECT nspname::text AS tenant FROM pg_namespace WHERE nspname LIKE 'tenant%'"
                            + " AND to_regclass(nspname || '.retort_version') IS NOT NULL ORDER BY length(nspname), 1")
                    .stream()
                    .map(row -> row.string("tenant"))
                    .filter(tenant -> one(session, "SELECT revision FROM " + tenant + ".retort_version")
                            .equals(revision))
                    .peek(tenant -> {
                        assertThat(one(
                                        session,
                                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = '" + tenant
                                                + "'::regnamespace AND relname !~ '^retort' ORDER BY 1"))
                                .isEqualTo(tables);
                        assertThat(one(session, "SELECT revision FROM " + tenant + ".retort_history ORDER BY id"))
                                .isEqualTo(history);
                    })
                    .toList();
        }
    }

    private static String one(SqlSession session, String query) {
        return String.join(
                ", ",
                session.query(query).stream()
                        .map(row -> row.values().values().iterator().next().toString())
                        .toList());
    }

    @Test
    void aRunOverTenantsThatIsAskedToEndBeginsNoOther() {
        tenants(5);
        gate.shut(2);
        gate.shut(3);
        Launched ended = Launched.endedAt(
                folder,
                project.variables(),
                process -> {
                    gate.await(2, 1);
                    gate.await(3, 1);
                    process.destroy();
                },
                "upgrade",
                "head",
                "--schema-per-tenant",
                "tenant%",
                "--jobs",
                "2");
        assertThat(ended.code()).as(ended.all()).isEqualTo(TERMINATED);
        assertThat(ended.err())
                .contains(
                        "Interrupted in the upgrade of b", "2 failed: tenant_2, tenant_3; 2 not begun", "upgrade head");
        gate.untilNoneRuns();
        assertThat(at("b")).containsExactly("tenant_1");
        assertThat(at("a")).containsExactly("tenant_2", "tenant_3");
    }

    @Test
    void aRunOverTenantsThatIsKilledIsGoneOnWithByTheNext() {
        tenants(9);
        gate.shut(4);
        Launched killed = Launched.endedAt(
                folder,
                project.variables(),
                process -> {
                    gate.await(4, 1);
                    process.destroyForcibly();
                },
                "upgrade",
                "head",
                "--schema-per-tenant",
                "tenant%",
                "--jobs",
                "1");
        assertThat(killed.code()).as(killed.all()).isNotZero();
        gate.open(4);
        gate.untilNoneRuns();
        assertThat(at("b")).containsExactly("tenant_1", "tenant_2", "tenant_3");
        assertThat(at("a")).containsExactly("tenant_4");

        gate.shut(7);
        Launched cut = Launched.endedAt(
                folder,
                project.variables(),
                process -> gate.await(7, 1).forEach(gate::terminate),
                "upgrade",
                "head",
                "--schema-per-tenant",
                "tenant%",
                "--jobs",
                "2");
        assertThat(cut.code()).as(cut.all()).isEqualTo(3);
        assertThat(cut.err()).contains("upgraded 5 of 9 tenants", "3 stood there already", "1 failed: tenant_7");
        assertThat(at("a")).containsExactly("tenant_7");
        gate.open(7);

        Ran last = project.run("upgrade", "head", "--schema-per-tenant", "tenant%");
        assertThat(last.code()).as(last.all()).isZero();
        assertThat(last.err()).contains("upgraded 1 of 9 tenants", "8 stood there already");
        assertThat(at("b")).hasSize(9);
    }
}
