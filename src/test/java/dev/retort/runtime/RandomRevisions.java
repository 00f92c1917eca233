package dev.retort.runtime;

import dev.retort.migration.Columns;
import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Revisions of a random graph that do a bit of everything, each on its own table and on those that it revises. */
final class RandomRevisions implements RevisionLoader {

    /** What breaks out of badly quoted SQL, out of psql, or out of a file that is not read as UTF-8. */
    static final String NASTY =
            "it's \"a\" \\ back\\\\slash \\u0041 $$ $retort$ :name :'name' :\"name\" -- c /* d\n\\! echo psql\n\\q\r\n\t;\n%s ? ü € 😀 ${x}";

    private final RevisionGraph graph;
    private final Map<String, Migration> migrations = new HashMap<>();

    /** Revisions of these ids and parents. */
    RandomRevisions(List<RevisionInfo> revisions, Random random) {
        List<RevisionInfo> infos = revisions.stream()
                .map(r -> random.nextInt(6) > 0 ? r : outside(r))
                .toList();
        graph = RevisionGraph.of(infos);
        graph.all().forEach(info -> migrations.put(info.id(), migration(info, new Random(random.nextLong()))));
    }

    private static RevisionInfo outside(RevisionInfo r) {
        return new RevisionInfo(
                r.id(),
                r.revises(),
                r.message(),
                r.created(),
                r.branchLabels(),
                r.dependsOn(),
                false,
                false,
                List.of(),
                List.of(),
                r.className(),
                r.location());
    }

    @Override
    public RevisionGraph graph() {
        return graph;
    }

    @Override
    public void prepare(Collection<RevisionInfo> revisions) {
        // They are made already.
    }

    @Override
    public Migration load(RevisionInfo revision) {
        return java.util.Objects.requireNonNull(migrations.get(revision.id()));
    }

    @Override
    public String checksum(RevisionInfo revision) {
        return "test:" + revision.id();
    }

    private static Migration migration(RevisionInfo info, Random random) {
        String table = "t_" + info.id();
        long kinds = random.nextLong();
        return new Migration() {
            @Override
            public void upgrade(Operations op) {
                op.createTable(
                        table,
                        Columns.bigint("id").identity(),
                        Columns.text("a \"b\" \\ :c").defaultTo("'x'':y'"),
                        Columns.timestamptz("at"));
                op.addPrimaryKey(table, null, "id");
                if (bit(1)) {
                    data(op, table);
                }
                if (bit(2)) {
                    op.createEnum("e_" + info.id(), "A", "it's :b \\ c");
                    op.addEnumValue("e_" + info.id(), "C");
                    op.addColumn(table, Columns.column("e", "e_" + info.id()).defaultTo("'C'"));
                }
                if (bit(3)) {
                    op.createIndex(table + "_idx").on(table, "at").concurrently();
                }
                if (bit(4)) {
                    op.commentOnTable(table, NASTY);
                }
                if (bit(5)) {
                    op.inBatches(table, "id", 2).set("at = timestamp '2026-01-01 12:00'");
                }
                if (bit(6)) {
                    op.outsideTransaction(() -> op.execute("VACUUM " + table + "; ANALYZE " + table + " -- done"));
                }
                for (String parent : info.revises()) {
                    op.addColumn(
                            "t_" + parent, Columns.integer("c_" + info.id()).defaultTo("(ARRAY[1,2])[1]"));
                    op.execute("UPDATE t_" + parent + " SET at = '2026-03-04 05:06:07'");
                }
                if (bit(7)) {
                    op.execute("SET search_path = pg_catalog");
                }
            }

            @Override
            public void downgrade(Operations op) {
                for (String parent : info.revises()) {
                    op.dropColumn("t_" + parent, "c_" + info.id());
                }
                if (bit(3)) {
                    op.dropIndex(table + "_idx").concurrently();
                }
                op.dropTable(table);
                if (bit(1)) {
                    op.dropTable(table + "_v");
                }
                if (bit(2)) {
                    op.dropEnum("e_" + info.id());
                }
            }

            private boolean bit(int i) {
                return (kinds >> i & 1) == 1;
            }
        };
    }

    private static void data(Operations op, String table) {
        op.createTable(table + "_v", Columns.text("id"), Columns.text("v"));
        op.insert(table, "a \"b\" \\ :c").values(NASTY).values("B").values((Object) null);
        Map<String, Object> values = new HashMap<>();
        values.put("text", NASTY);
        values.put("number", -7);
        values.put("big", Long.MIN_VALUE);
        values.put("decimal", new BigDecimal("-1.50"));
        values.put("real", Double.NaN);
        values.put("flag", true);
        values.put("uuid", UUID.fromString("00000000-0000-0000-0000-000000000001"));
        values.put("day", LocalDate.of(-43, 3, 15));
        values.put("time", LocalTime.of(1, 2, 3));
        values.put("local", LocalDateTime.of(2026, 1, 2, 3, 4));
        values.put("zoned", OffsetDateTime.parse("2026-01-02T03:04:05+05:30"));
        values.put("instant", Instant.parse("2026-01-02T03:04:05.678Z"));
        values.put("bytes", new byte[] {0, '\'', '\\', -1});
        values.put("enumerated", DayOfWeek.MONDAY);
        values.put("numbers", new int[] {1, -2});
        values.put("texts", Arrays.asList("a,b", "it's \"c\" \\ {d}", null, ""));
        values.put("nothing", null);
        for (String name : new java.util.TreeSet<>(values.keySet())) {
            Map<String, Object> one = new HashMap<>();
            one.put("v", values.get(name));
            op.execute("INSERT INTO public." + table + "_v SELECT '" + name + "', CAST((SELECT :v) AS text)", one);
        }
    }
}
