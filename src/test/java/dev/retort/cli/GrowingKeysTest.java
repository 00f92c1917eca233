package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key gains a column: what refers to it gains one as well, and each row refers to what it did before. */
class GrowingKeysTest {

    private static final String KEY =
            "@Embeddable public static class Key implements java.io.Serializable { public Long a; public Integer b; %s"
                    + " public boolean equals(Object o) { return o == this; } public int hashCode() { return 1; } }";

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private final Database database = TestServer.fresh();
    private final String url = Addresses.url(database);

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    private void done(String... args) {
        Ran ran = run(args);
        assertThat(ran.code()).as(ran.all()).isZero();
    }

    private String one(String sql) {
        try (SqlSession session = SqlSession.open(database)) {
            return String.valueOf(session.query(sql).get(0).get("n"));
        }
    }

    /** The key with the columns of before. */
    private void before(String parent, String child, String rows) throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "edited");
        variables.putAll(TestProject.scratch());
        model(parent, child, "");
        done("revision", "--autogenerate", "-m", "first", "--no-proof");
        done("upgrade", "head", "--url", url);
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(rows);
        }
    }

    private void model(String parent, String child, String more) throws IOException {
        EditedEntities.compile(
                folder.resolve("classes"),
                "@Entity public class Zone { @EmbeddedId public Key id; " + parent + KEY.formatted(more) + " }",
                child);
    }

    private String grown(String parent, String child, String... backfills) throws IOException {
        model(parent, child, "@Column(length = 5) public String c;");
        List<String> args = new ArrayList<>(List.of("revision", "--autogenerate", "-m", "second", "--url", url));
        for (String backfill : backfills) {
            args.addAll(List.of("--backfill", backfill));
        }
        Ran ran = run(args.toArray(String[]::new));
        assertThat(ran.code()).as(ran.all()).isZero();
        done("upgrade", "head", "--url", url, "--yes");
        done("check", "--url", url);
        return ran.all();
    }

    @Test
    void anOptionalReferenceKeepsItsRow() throws IOException {
        String child = "@Entity public class Area { @Id Long id; @ManyToOne Zone zone; }";
        String rows =
                "SELECT string_agg(concat_ws('/', a.id, z.a, z.b, z.c), ' ' ORDER BY a.id) AS n FROM area a LEFT JOIN"
                        + " zone z ON (z.a, z.b, z.c) = (a.zone_a, a.zone_b, a.zone_c)";
        before(
                "",
                child,
                "INSERT INTO zone (a, b) VALUES (1, 2), (1, 3); INSERT INTO area (id, zone_a, zone_b) VALUES (1, 1, 3), (2, NULL, NULL),"
                        + " (3, 1, 2)");
        assertThat(grown("", child, "zone.c='z' || b"))
                .doesNotContain("data-dependent-foreign-key")
                .contains("wrote");
        assertThat(one(rows)).isEqualTo("1/1/3/z3 2 3/1/2/z2");
        done("downgrade", "-1", "--url", url, "--yes");
        assertThat(one("SELECT string_agg(concat_ws('/', id, zone_a, zone_b), ' ' ORDER BY id) AS n FROM area"))
                .isEqualTo("1/1/3 2 3/1/2");
        done("upgrade", "head", "--url", url, "--yes");
        assertThat(one(rows)).isEqualTo("1/1/3/z3 2 3/1/2/z2");
    }

    @Test
    void whatWasSaidOfItIsDone() throws IOException {
        String child = "@Entity public class Area { @Id Long id; @ManyToOne Zone zone; }";
        before(
                "",
                child,
                "INSERT INTO zone (a, b) VALUES (1, 2); INSERT INTO area (id, zone_a, zone_b) VALUES (1, 1, 2)");
        assertThat(grown(
                        "",
                        child,
                        "zone.c=x",
                        "area.zone_c=(SELECT m.c FROM zone m WHERE m.a = area.zone_a AND m.b = area.zone_b)"))
                .contains("data-dependent-foreign-key");
        assertThat(one("SELECT zone_c AS n FROM area")).isEqualTo("x");
    }

    @Test
    void requiredOnesKeysOfKeysAndTheTableItself() throws IOException {
        String parent = "@ManyToOne public Zone up; @ElementCollection public java.util.Set<String> tags; ";
        String child =
                "@Entity public class Area { @EmbeddedId public Part id; @MapsId(\"zone\") @ManyToOne public Zone zone; @ManyToMany public java.util.Set<Zone> others;"
                        + " @Embeddable public static class Part implements java.io.Serializable { public Zone.Key zone; public int n;"
                        + " public boolean equals(Object o) { return o == this; } public int hashCode() { return 1; } } }";
        before(
                parent,
                child,
                "INSERT INTO zone (a, b) VALUES (1, 2); INSERT INTO zone (a, b, up_a, up_b) VALUES (1, 3, 1, 2);"
                        + " INSERT INTO zone_tags (zone_a, zone_b, tags) VALUES (1, 2, 'x'), (1, 2, 'y');"
                        + " INSERT INTO area (zone_a, zone_b, n) VALUES (1, 2, 7);"
                        + " INSERT INTO area_zone (area_zone_a, area_zone_b, area_n, others_a, others_b) VALUES (1, 2, 7, 1, 3)");
        assertThat(grown(parent, child, "zone.c='z' || b")).doesNotContain("data-dependent-foreign-key");
        assertThat(one("SELECT up_c AS n FROM zone WHERE b = 3")).isEqualTo("z2");
        assertThat(one("SELECT string_agg(tags || zone_c, ' ' ORDER BY tags) AS n FROM zone_tags"))
                .isEqualTo("xz2 yz2");
        assertThat(one("SELECT zone_c AS n FROM area")).isEqualTo("z2");
        assertThat(one("SELECT area_zone_c || others_c AS n FROM area_zone")).isEqualTo("z2z3");
    }
}
