package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A developer's database that is brought along without revisions, and the way back to them. */
class SyncTest {

    private static final String CUSTOMER = "@Entity public class Customer { @Id Long id; String name; String phone; }";

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private Database database;

    @BeforeEach
    void project() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "edited");
        Files.writeString(folder.resolve("retort.toml"), """

                [env.dev]
                url = "${TARGET_URL}"
                [env.production]
                url = "${TARGET_URL}"
                protected = true
                """, StandardOpenOption.APPEND);
        database = TestServer.fresh();
        variables.putAll(TestProject.scratch());
        variables.put("RETORT_ENV", "dev");
        variables.put("TARGET_URL", Addresses.url(database));
        entities(CUSTOMER);
    }

    @Test
    void theWholeLoopFromAnEditToAStamp() throws IOException {
        assertThat(launched("revision", "--autogenerate", "-m", "first").code()).isZero();
        assertThat(launched("upgrade", "head").code()).isZero();
        Ran none = run("sync");
        assertThat(none.code()).as(none.err()).isZero();
        assertThat(none.err()).contains("Nothing to do").contains("lacks nothing");

        sql("CREATE INDEX by_hand ON customer (name); INSERT INTO customer VALUES (1, 'x', 'y')");
        entities(
                "@Entity public class Customer { @Id Long id; @Column(length = 90) String name; @Column(unique = true) String mail; }",
                "@Entity @Table(schema = \"stock\") public class Part { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE)"
                        + " Long id; @ManyToOne Customer customer; }");
        Ran check = run("sync", "--check", "-v");
        assertThat(check.code()).as(check.err()).isEqualTo(1);
        assertThat(check.out())
                .contains(
                        "would create schema stock",
                        "would create table stock.part",
                        "would add column customer.mail",
                        "left drop column customer.phone",
                        "left drop index by_hand",
                        "left alter column customer.name: type")
                .containsPattern("rename\\? column public.customer.mail may be public.customer.phone");
        assertThat(check.err()).contains("ADD COLUMN mail", "3 differences left, as sync drops and changes nothing");

        Launched sync = launched("sync");
        assertThat(sync.code()).as(sync.err()).isZero();
        assertThat(sync.out()).contains("sync add column customer.mail", "left drop column customer.phone");
        assertThat(sync.err())
                .contains(
                        "It is ahead of its revisions now",
                        "revision --autogenerate -m",
                        ", as postgres (operating system user ");
        assertThat(count("SELECT count(*) AS n FROM customer WHERE phone = 'y' AND mail IS NULL"))
                .isEqualTo(1);
        assertThat(count(
                        "SELECT count(*) AS n FROM pg_constraint WHERE conrelid IN ('customer'::regclass, 'stock.part'::regclass)"
                                + " AND contype IN ('u', 'f')"))
                .isEqualTo(2);
        Ran again = run("sync", "--check");
        assertThat(again.code()).as(again.all()).isZero();
        assertThat(again.err()).contains("lacks nothing");

        Ran current = run("current");
        assertThat(current.out()).startsWith("0001 (head)");
        assertThat(current.err()).contains("synced ahead of its revisions: create schema stock");
        Files.writeString(folder.resolve("tenants.txt"), Addresses.url(database));
        assertThat(run("current", "--tenants-file", "tenants.txt").out())
                .isEqualTo(database.display() + "  0001  (head)  (synced ahead of its revisions)\n");
        Ran missing = run("check");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.out()).contains("add column customer.mail", "synced-database", "retort stamp head");
        Ran drift = run("drift");
        assertThat(drift.code()).isEqualTo(1);
        assertThat(drift.out()).contains("add column customer.mail", "by_hand");

        Launched written = launched("revision", "--autogenerate", "-m", "second");
        assertThat(written.code()).as(written.out() + written.err()).isZero();
        assertThat(written.out()).contains("add column customer.mail", "synced-database", "R0002_Second.java");
        assertThat(Files.readString(folder.resolve("db/shop/migrations/R0002_Second.java")))
                .doesNotContain("synced-database");

        Launched asked = launched("upgrade", "head");
        assertThat(asked.code()).isEqualTo(4);
        assertThat(asked.err()).contains("It would lose", "customer.phone", "retort upgrade head --yes");
        Launched refused = launched("upgrade", "head", "--yes");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err())
                .contains(
                        "retort sync brought this database ahead of its revisions, last on ",
                        "create schema stock",
                        "retort drift 0002",
                        "retort stamp 0002",
                        "diff --from database --to revisions@0002 --format sql");
        Ran behind = run("sync");
        assertThat(behind.code()).isEqualTo(1);
        assertThat(behind.err()).contains("not up to date", "retort drift head", "retort stamp head");

        assertThat(run("drift", "0002").code()).isEqualTo(1);
        Ran rest = run("diff", "--from", "database", "--to", "revisions@0002", "--format", "sql");
        assertThat(rest.out()).contains("DROP COLUMN phone").doesNotContain("mail");
        sql(rest.out());
        Launched may = launched("drift", "0002");
        assertThat(may.code()).as(may.out()).isZero();
        assertThat(may.err()).contains("It may be stamped so", "retort stamp 0002");
        assertThat(launched("stamp", "0002").code()).isZero();
        assertThat(run("check").err()).contains("No differences between the database and the model");
        assertThat(run("drift").code()).isZero();
        assertThat(run("current").err()).doesNotContain("synced");
        assertThat(run("downgrade", "base", "--yes").code()).isZero();
        assertThat(count("SELECT count(*) AS n FROM pg_class WHERE relname LIKE 'retort%'"))
                .isZero();
    }

    @Test
    void aDatabaseWithoutAnyRevisionIsMadeAndLeftAsItWasWhereItFails() throws IOException {
        Ran made = run("sync");
        assertThat(made.code()).as(made.all()).isZero();
        assertThat(made.out()).contains("sync create table customer");
        sql("INSERT INTO customer VALUES (1, 'x', 'y')");
        entities(
                "@Entity public class Customer { @Id Long id; String name; String phone; @Column(nullable = false) String code; }",
                "@Entity public class Extra { @Id Long id; }");
        Ran failed = run("sync");
        assertThat(failed.code()).isEqualTo(3);
        assertThat(failed.err())
                .contains(
                        "failed at: add column customer.code",
                        "23502",
                        "Nothing was changed",
                        "--backfill customer.code=VALUE");
        assertThat(count("SELECT count(*) AS n FROM pg_class WHERE relname = 'extra'"))
                .isZero();
    }

    @Test
    void anEnumValueIsAddedAndTakesItsPlace() throws IOException {
        sql("CREATE TYPE tier AS ENUM ('GOLD')");
        entities(
                "@Entity public class Customer { @Id Long id; @Enumerated(EnumType.STRING) @org.hibernate.annotations.JdbcType("
                        + "org.hibernate.dialect.type.PostgreSQLEnumJdbcType.class) @org.hibernate.annotations.ColumnDefault(\"'SILVER'\")"
                        + " Tier tier; }",
                "public enum Tier { GOLD, SILVER }");
        Ran synced = run("sync");
        assertThat(synced.code()).as(synced.all()).isZero();
        assertThat(synced.out()).contains("sync add value SILVER to enum tier", "sync create table customer");
    }

    /** "Nothing to do" would be no answer where nothing was looked at. */
    @Test
    void aFilterThatLetsNothingThroughIsNamed() {
        Ran ran = run("sync", "--check", "--include", "customer");
        assertThat(ran.all()).contains("filter-without-effect", "--include \"customer\" matches no relation");
    }

    @Test
    void aCopyIsMadeFirstUnlessSomebodyIsConnected() {
        String address = Addresses.url(database).replaceFirst("\\?.*", "");
        String name = address.substring(address.lastIndexOf('/') + 1);
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("SET application_name = 'the shop'");
            Ran refused = run("sync", "--backup");
            assertThat(refused.code()).isEqualTo(3);
            assertThat(refused.err())
                    .contains("Cannot copy", "application the shop", "pg_terminate_backend(", "Nothing was changed");
        }
        assertThat(count("SELECT count(*) AS n FROM pg_class WHERE relname = 'customer'"))
                .isZero();
        Ran check = run("sync", "--backup", "--check");
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err()).contains("_backup_20261120_140211");
        Ran copied = run("sync", "--backup");
        assertThat(copied.code()).as(copied.all()).isZero();
        assertThat(copied.out()).containsPattern("copied \\S+ to \\S+_backup_20261120_140211");
        String copy = copied.out().replaceFirst("(?s)copied \\S+ to (\\S+)\n.*", "$1");
        assertThat(copy).startsWith(name.substring(0, 30));
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("DROP DATABASE \"" + copy + "\"");
        }
        assertThat(run("sync", "--backup").err()).contains("Nothing to do");
    }

    @Test
    void aProtectedEnvironmentIsRefused() {
        for (String[] args : new String[][] {{"sync", "-e", "production"}, {"sync", "--check", "-e", "production"}}) {
            Ran refused = run(args);
            assertThat(refused.code()).isEqualTo(4);
            assertThat(refused.err()).contains("production is protected", "retort -e production upgrade head");
        }
    }

    private void entities(String... sources) throws IOException {
        EditedEntities.compile(folder.resolve("classes"), sources);
    }

    private Launched launched(String... args) {
        return Launched.in(folder, variables, args);
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    private void sql(String text) {
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(text);
        }
    }

    private long count(String query) {
        try (SqlSession session = SqlSession.open(database)) {
            return session.query(query).get(0).number("n");
        }
    }
}
