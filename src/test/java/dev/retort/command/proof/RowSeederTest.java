package dev.retort.command.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowSeederTest {

    private Database database;

    @BeforeEach
    void open() {
        database = TestServer.fresh();
    }

    @AfterEach
    void close() {
        TestServer.drop(database);
    }

    private static String everything() throws Exception {
        return script("/proof/everything.sql");
    }

    private static String script(String resource) throws Exception {
        try (InputStream in = RowSeederTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Seeding seed(String sql) {
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(sql);
            Schema schema = CatalogReader.read(database, Scope.ALL);
            return RowSeeder.seed(session, schema);
        }
    }

    @Test
    void fillsEveryTableThatCanHoldRows() throws Exception {
        Seeding seeding = seed(everything());
        assertThat(seeding.empty()).extracting(e -> e.table().name()).containsExactly("impossible");
        assertThat(seeding.empty().get(0).reason()).contains("check");
        TreeMap<ObjectName, Integer> rows = new TreeMap<>(seeding.rows());
        assertThat(rows.remove(ObjectName.of("flag"))).isEqualTo(2);
        assertThat(rows).hasSize(12).allSatisfy((table, count) -> assertThat(count)
                .isEqualTo(3));
    }

    /** {@code og > fg}, {@code starts < ends}, {@code a <> b} of two foreign keys, sums, products, chains: and what depends on such rows. */
    @Test
    void solvesChecksThatCompareColumns() throws Exception {
        Seeding seeding = seed(script("/proof/comparing.sql"));
        assertThat(seeding.empty()).isEmpty();
        assertThat(seeding.rows())
                .hasSize(22)
                .allSatisfy((table, count) -> assertThat(count).as(table.name()).isGreaterThanOrEqualTo(2));
        try (SqlSession session = SqlSession.open(database)) {
            // Nothing stays behind that a comparison of catalogs could see.
            assertThat(session.query("SELECT 1 FROM pg_proc WHERE proname = 'retort_solve'"))
                    .isEmpty();
        }
    }

    @Test
    void solvesPatterns() {
        Seeding seeding = seed("""
                CREATE TABLE p (id int PRIMARY KEY,
                  mail text NOT NULL UNIQUE CHECK (mail ~ '^[^@]+@[^@]+\\.[a-z]{2,}$'),
                  iban varchar(34) NOT NULL CHECK (iban ~ '^[A-Z]{2}\\d{2}[A-Z0-9]{11,30}$'),
                  zip varchar(10) NOT NULL CHECK (zip ~ '^\\d{5}(-\\d{4})?$'),
                  phone text NOT NULL CHECK (phone ~* '^(\\+|00)[1-9][0-9 ()-]{6,14}$'),
                  hash text NOT NULL CHECK (hash ~ '^[[:xdigit:]]{64}$' OR hash ~ '^[0-9a-f]{32}$'),
                  slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
                  code text NOT NULL CHECK (code LIKE 'AB\\_%' AND length(code) > 4),
                  kind text NOT NULL CHECK (kind SIMILAR TO '(NEW|OLD)-[0-9]{3}%'),
                  none text CHECK (none !~ '[0-9]'));
                CREATE TABLE behind (id int PRIMARY KEY, mail text NOT NULL CHECK (mail ~ '^(.)\\1\\1!$'));""");
        // What refers back is beyond it, and said.
        assertThat(seeding.empty()).extracting(e -> e.table().name()).containsExactly("behind");
        assertThat(seeding.rows()).containsEntry(ObjectName.of("p"), 3);
    }

    @Test
    void setsKeysThatHadToWait() throws Exception {
        seed(everything());
        try (SqlSession session = SqlSession.open(database)) {
            assertThat(session.query("SELECT count(\"right\") AS n FROM left_side")
                            .get(0)
                            .number("n"))
                    .isEqualTo(2);
            assertThat(session.query("SELECT count(text) AS n FROM line_note")
                            .get(0)
                            .number("n"))
                    .isEqualTo(3);
        }
    }

    @Test
    void fillsManyTables() {
        StringBuilder sql = new StringBuilder("CREATE TABLE t0 (id integer PRIMARY KEY);");
        for (int i = 1; i < 200; i++) {
            sql.append("CREATE TABLE t" + i + " (id integer PRIMARY KEY, up integer NOT NULL REFERENCES t" + (i - 1)
                    + ", status varchar(9) NOT NULL" + (i % 5 == 0 ? " CHECK (status IN ('A', 'B'))" : "") + ");");
        }
        Seeding seeding = seed(sql.toString());
        assertThat(seeding.empty()).isEmpty();
        assertThat(seeding.total()).isEqualTo(600);
    }

    /** What has an owner shares it in its first two rows, as far as keys allow it. */
    @Test
    void rowsShareAnOwner() {
        Seeding seeding = seed("""
                CREATE TABLE a (id int PRIMARY KEY, mail text NOT NULL UNIQUE);
                CREATE TABLE b (id int PRIMARY KEY);
                CREATE TABLE element (a_id int NOT NULL REFERENCES a, tag text);
                CREATE TABLE ordered (a_id int REFERENCES a, place int, PRIMARY KEY (a_id, place));
                CREATE TABLE linked (a_id int REFERENCES a, b_id int REFERENCES b, PRIMARY KEY (a_id, b_id));
                CREATE TABLE one (a_id int PRIMARY KEY REFERENCES a);
                CREATE TABLE partly (id int PRIMARY KEY, a_id int REFERENCES a);
                CREATE UNIQUE INDEX ON partly (a_id) WHERE id > 0;
                CREATE TABLE tenant (id int PRIMARY KEY);
                CREATE TABLE account (tenant_id int REFERENCES tenant, id int, PRIMARY KEY (tenant_id, id));
                CREATE TABLE booking (id int PRIMARY KEY, tenant_id int NOT NULL REFERENCES tenant, account int NOT NULL,
                  FOREIGN KEY (tenant_id, account) REFERENCES account);
                CREATE TABLE chicken (id int PRIMARY KEY, egg_id int NOT NULL);
                CREATE TABLE egg (id int PRIMARY KEY, chicken_id int NOT NULL REFERENCES chicken);
                ALTER TABLE chicken ADD FOREIGN KEY (egg_id) REFERENCES egg;
                CREATE TABLE waiting (id int PRIMARY KEY, z_id int);
                CREATE TABLE z (id int PRIMARY KEY);
                ALTER TABLE waiting ADD FOREIGN KEY (z_id) REFERENCES z;""");
        assertThat(seeding.empty()).isEmpty();
        assertThat(seeding.rows().values()).containsOnly(3);
        try (SqlSession session = SqlSession.open(database)) {
            String owners =
                    "SELECT string_agg(n::text, ' ' ORDER BY n) AS n FROM (SELECT count(%2$s) AS n FROM %1$s GROUP BY %2$s) x";
            for (String shared :
                    List.of("element a_id", "ordered a_id", "linked a_id", "booking tenant_id", "egg chicken_id")) {
                assertThat(session.query(owners.formatted((Object[]) shared.split(" ")))
                                .get(0)
                                .string("n"))
                        .as(shared)
                        .isIn("1 2", "3");
            }
            for (String alone : List.of("one a_id", "partly a_id", "linked b_id")) {
                assertThat(session.query(owners.formatted((Object[]) alone.split(" ")))
                                .get(0)
                                .string("n"))
                        .as(alone)
                        .isEqualTo("1 1 1");
            }
            assertThat(session.query(owners.formatted("waiting", "z_id")).get(0).string("n"))
                    .isEqualTo("0 2");
        }
    }
}
