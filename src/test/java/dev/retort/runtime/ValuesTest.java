package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Database;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of every common Java type arrive the same through a run and through the script of it, as parameters and as rows. */
class ValuesTest {

    /** A column for each, and the Java that gives its value; texts hold what would break out of a literal. */
    private static final List<List<String>> VALUES = List.of(
            List.of("text", "\"it's \\\\ \\\"x\\\" ? :no $$ -- /* \\n 😀\""),
            List.of("varchar(9)", "'c'"),
            List.of("colour", "java.time.DayOfWeek.MONDAY"),
            List.of("boolean", "true"),
            List.of("smallint", "(short) -3"),
            List.of("integer", "Integer.MIN_VALUE"),
            List.of("bigint", "Long.MIN_VALUE"),
            List.of("numeric", "new java.math.BigDecimal(\"-12.3400\")"),
            List.of("numeric", "java.math.BigInteger.TEN.pow(30)"),
            List.of("real", "1.5f"),
            List.of("double precision", "Double.NEGATIVE_INFINITY"),
            List.of("uuid", "java.util.UUID.fromString(\"00112233-4455-6677-8899-aabbccddeeff\")"),
            List.of("timestamptz", "java.time.Instant.parse(\"2026-11-20T14:02:11.123456Z\")"),
            List.of("timestamptz", "java.time.OffsetDateTime.parse(\"2026-11-20T14:02:11+05:30\")"),
            List.of("timestamp", "java.time.LocalDateTime.parse(\"2026-11-20T14:02:11\")"),
            List.of("date", "java.time.LocalDate.of(2026, 2, 28)"),
            List.of("time", "java.time.LocalTime.of(23, 59, 59)"),
            List.of("interval", "java.time.Duration.ofSeconds(-3661)"),
            List.of("bytea", "new byte[] {0, 39, 92, -1}"),
            List.of("integer[]", "new int[] {1, -2}"),
            List.of("text[]", "java.util.Arrays.asList(\"a,b\", \"\\\"\", null, \"{}\")"),
            List.of("uuid[]", "List.of(java.util.UUID.fromString(\"00112233-4455-6677-8899-aabbccddeeff\"))"),
            List.of("colour[]", "List.of(java.time.DayOfWeek.MONDAY)"),
            List.of("jsonb", "\"{\\\"a\\\": [1, \\\"it's\\\"]}\""),
            List.of("jsonb", "Map.of(\"a\", List.of(1, \"it's \\\"\\n\", Map.of()))"),
            List.of("inet", "java.net.InetAddress.getLoopbackAddress()"),
            List.of("text", "java.net.URI.create(\"http://x/?a='b'\")"),
            List.of("integer", "java.util.Optional.of(7)"),
            List.of("integer", "java.util.Optional.empty()"),
            List.of("jsonb", "null"));

    @TempDir
    Path folder;

    @Test
    void arriveTheSameLiveAndInAScript() {
        RevisionFiles files = new RevisionFiles(folder);
        StringBuilder columns = new StringBuilder();
        StringBuilder names = new StringBuilder();
        StringBuilder places = new StringBuilder();
        StringBuilder puts = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < VALUES.size(); i++) {
            String separator = i == 0 ? "" : ", ";
            columns.append(separator).append("c" + i + " ").append(VALUES.get(i).get(0));
            names.append(separator).append("\"c" + i + "\"");
            places.append(separator).append(":p" + i);
            puts.append("values.put(\"p" + i + "\", ")
                    .append(VALUES.get(i).get(1))
                    .append(");\n");
            values.append(separator).append(VALUES.get(i).get(1));
        }
        files.write("demo/R1.java", """
                package demo;

                import dev.retort.migration.*;
                import java.util.*;

                @Revision(id = "1", revises = {}, message = "values", created = "2026-01-01T00:00:00Z")
                public final class R1 implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        op.createEnum("colour", "MONDAY");
                        op.execute("CREATE TABLE bound (%1$s)");
                        op.execute("CREATE TABLE given (%1$s)");
                        Map<String, Object> values = new HashMap<>();
                        %2$s
                        op.execute("INSERT INTO bound VALUES (%3$s)", values);
                        op.insert("given", %4$s).values(%5$s);
                        op.outsideTransaction(() -> op.execute("INSERT INTO bound VALUES (%3$s)", values));
                        op.execute("CREATE TABLE stock (id int PRIMARY KEY, note text); INSERT INTO stock VALUES (1), (2), (3)");
                        op.inBatches("stock", "id", 2)
                                .set("note = :note", Map.of("note", "it's"))
                                .where("id <> ALL (:not)", Map.of("not", List.of(3)));
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """.formatted(columns, puts, places, names, values));
        Database live = TestServer.fresh();
        Database offline = TestServer.fresh();
        Runs run = new Runs(live, files);
        Runs script = new Runs(offline, files);
        run.upgrade("head");
        String sql = new ScriptWriter(files.loader(), RunSettings.DEFAULT)
                .write(
                        Plan.upgradeTo(dev.retort.revision.Target.HEAD)
                                .plan(files.loader().graph(), List.of()),
                        List.of());
        // As psql does: a statement at a time in one session.
        try (SqlSession session = SqlSession.open(offline)) {
            SqlSplitter.split(sql).forEach(session::execute);
        }

        String rows =
                "SELECT r::text FROM bound r UNION ALL SELECT r::text FROM given r UNION ALL SELECT r::text FROM stock r"
                        + " ORDER BY 1";
        assertThat(run.column(rows)).hasSize(6).isEqualTo(script.column(rows)).contains("(1,it's)", "(2,it's)", "(3,)");
        assertThat(run.column(
                        "SELECT count(DISTINCT r::text) FROM (SELECT * FROM bound UNION ALL SELECT * FROM given) r"))
                .containsExactly("1");
        assertThat(run.column("SELECT c24->'a'->>1 FROM given")).containsExactly("it's \"\n");
        TestServer.drop(live);
        TestServer.drop(offline);
    }
}
