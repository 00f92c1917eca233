package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A natural key gives way to a number: the old reference says which row is whose, and what the warning says is typed. */
class NaturalKeysTest {

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    private String moved(String zone, String area, String rows, String zoneNow, String areaNow) throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "edited");
        variables.putAll(TestProject.scratch());
        EditedEntities.compile(folder.resolve("classes"), zone, area);
        assertThat(run("revision", "--autogenerate", "-m", "first", "--no-proof")
                        .code())
                .isZero();
        Database database = TestServer.fresh();
        String url = Addresses.url(database);
        assertThat(run("upgrade", "head", "--url", url).code()).isZero();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(rows);
        }
        EditedEntities.compile(folder.resolve("classes"), zoneNow, areaNow);
        String said = run("diff", "--url", url).all();
        Matcher option = Pattern.compile("--backfill '(area\\.zone_id=.*?)'`").matcher(said);
        assertThat(option.find()).as(said).isTrue();
        Ran ran = run("revision", "--autogenerate", "-m", "second", "--url", url, "--backfill", option.group(1));
        assertThat(ran.code()).as(ran.all()).isZero();
        Ran up = run("upgrade", "head", "--url", url, "--yes");
        assertThat(up.code()).as(up.all()).isZero();
        try (SqlSession session = SqlSession.open(database)) {
            return String.valueOf(session.query(
                            "SELECT string_agg(a.id || z.code, ' ' ORDER BY a.id) AS n FROM area a JOIN zone z ON z.id = a.zone_id")
                    .get(0)
                    .get("n"));
        }
    }

    @Test
    void eachRowKeepsItsParent() throws IOException {
        assertThat(
                        moved(
                                "@Entity public class Zone { @Id @Column(length = 2) String code; }",
                                "@Entity public class Area { @Id Long id; @ManyToOne(optional = false) @JoinColumn(name = \"zone_code\") Zone zone; }",
                                "INSERT INTO zone VALUES ('a'), ('b'); INSERT INTO area VALUES (1, 'b'), (2, 'a'), (3, 'b')",
                                "@Entity public class Zone { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id; @Column(length = 2, nullable = false, unique = true) String code; }",
                                "@Entity public class Area { @Id Long id; @ManyToOne(optional = false) @JoinColumn(name = \"zone_id\") Zone zone; }"))
                .isEqualTo("1b 2a 3b");
    }

    @Test
    void aKeyOfSeveralColumns() throws IOException {
        assertThat(
                        moved(
                                "@Entity @IdClass(Zone.Key.class) public class Zone { @Id @Column(length = 2) String code; @Id Integer part; public static class Key implements java.io.Serializable { String code; Integer part; } }",
                                "@Entity public class Area { @Id Long id; @ManyToOne(optional = false) @JoinColumns({@JoinColumn(name = \"c\", referencedColumnName = \"code\"), @JoinColumn(name = \"p\", referencedColumnName = \"part\")}) Zone zone; }",
                                "INSERT INTO zone (code, part) VALUES ('a', 1), ('b', 1), ('c', 2); INSERT INTO area (id, c, p) VALUES (1, 'c', 2), (2, 'b', 1)",
                                "@Entity public class Zone { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id; @Column(length = 2, nullable = false) String code; @Column(nullable = false) Integer part; }",
                                "@Entity public class Area { @Id Long id; @ManyToOne(optional = false) @JoinColumn(name = \"zone_id\") Zone zone; }"))
                .isEqualTo("1c 2b");
    }
}
