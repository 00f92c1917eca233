package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same revisions over many schemas and databases. */
class TenantsTest extends TenantsProject {

    /** Names that would break out of a quoted identifier, a literal, a search path or a terminal. */
    private static final List<String> HOSTILE = List.of(
            "tenant_\"; DROP SCHEMA public; --",
            "tenant_'; SELECT 1; --",
            "tenant_, public",
            "tenant_\\",
            "tenant_Größe\u001b[31m",
            "tenant_plain");

    @Test
    void oneThatFailsStopsNoOtherAndASecondRunDoesWhatIsLeft() {
        HOSTILE.forEach(name -> sql("CREATE SCHEMA " + quoted(name)));
        sql("CREATE SCHEMA tenant_bad; CREATE TABLE tenant_bad.note (); CREATE SCHEMA other");
        Launched first = Launched.in(folder, variables, "upgrade", "head", "--jobs", "2");
        assertThat(first.code()).as(first.err()).isEqualTo(3);
        assertThat(first.out()).contains("upgrade tenant_plain <base> -> 0002").doesNotContain("\u001b", "other");
        assertThat(first.out().lines()).hasSize(HOSTILE.size());
        assertThat(first.err())
                .contains(
                        "failed tenant_bad",
                        "error: tenant_bad: The upgrade of 0001",
                        "42P07",
                        "upgraded 6 of 7 tenants in ",
                        ", as postgres (operating system user ",
                        "1 failed: tenant_bad");
        for (String name : HOSTILE) {
            assertThat(rows("SELECT body FROM " + quoted(name) + ".note")).containsExactly(name + "!");
            assertThat(rows("SELECT revision AS body FROM " + quoted(name) + ".retort_version"))
                    .containsExactly("0002");
        }
        assertThat(rows("SELECT relname::text AS body FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEmpty();
        assertThat(rows("SELECT relname::text AS body FROM pg_class WHERE relnamespace = 'tenant_bad'::regnamespace"))
                .containsExactly("note");

        sql("DROP TABLE tenant_bad.note");
        Ran second = run("upgrade", "head");
        assertThat(second.code()).as(second.all()).isZero();
        assertThat(second.out().lines()).hasSize(1);
        assertThat(second.err()).contains("upgraded 1 of 7 tenants", "6 stood there already");
        assertThat(run("upgrade", "head").err()).contains("upgraded 0 of 7 tenants", "7 stood there already");
        assertThat(run("upgrade", "head", "-q").all()).isEmpty();

        Ran unsaid = run("downgrade", "base");
        assertThat(unsaid.code()).isEqualTo(4);
        assertThat(unsaid.out()).contains("would downgrade 7 tenants from 0002: 0002, 0001");
        Ran down = run("downgrade", "base", "--yes");
        assertThat(down.code()).as(down.all()).isZero();
        assertThat(down.err()).contains("downgraded 7 of 7 tenants");
        assertThat(rows("SELECT relname::text AS body FROM pg_class WHERE relname ~ 'retort|note'"))
                .isEmpty();
    }

    @Test
    void whereEachStandsIsShownAndStamped() {
        sql("CREATE SCHEMA tenant_1; CREATE SCHEMA tenant_2; CREATE SCHEMA tenant_3");
        assertThat(run("upgrade", "head", "--schema-per-tenant", "tenant_1").code())
                .isZero();
        assertThat(run("stamp", "0001", "--schema-per-tenant", "tenant_2").out())
                .contains("stamped tenant_2 <base> -> 0001");
        Ran current = run("current");
        assertThat(current.out()).contains("tenant_1  0002  (head)", "tenant_2  0001\n", "tenant_3  <base>\n");
        assertThat(current.err()).contains("2 tenants of 3 are not at head", "Run: retort upgrade head");
        assertThat(current.code()).isZero();
        assertThat(run("current", "--check-heads").code()).isEqualTo(1);
        assertThat(run("current", "--format", "json").out())
                .contains("\"tenant\" : \"tenant_2\"", "\"revisions\" : [ \"0001\" ]", "\"at_head\" : false");
        Ran plan = run("upgrade", "head", "--plan");
        assertThat(plan.out())
                .contains(
                        "would upgrade 1 tenant from 0001: 0002",
                        "would upgrade 1 tenant from <base>: 0001, 0002",
                        "  tenant_3");
        assertThat(run("stamp", "head").code()).isZero();
        assertThat(run("current", "--check-heads").code()).isZero();
        sql("UPDATE tenant_2.retort_version SET revision = 'lost'");
        assertThat(run("current").out()).contains("tenant_2  lost  (no file has lost)");
        Ran refused = run("stamp", "0001");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("tenant_2: ", "lost, which no file holds", "stamped 2 of 3 tenants");
        assertThat(run("stamp", "head", "--purge").code()).isZero();
    }

    @Test
    void oneOfTheTenantsIsChosenByItsName() {
        sql("CREATE SCHEMA tenant_1; CREATE SCHEMA tenant_2; CREATE SCHEMA \"tenant_a,b\"");
        Ran two = run("upgrade", "head", "--tenant", "tenant_1", "--tenant", "tenant_a,b");
        assertThat(two.code()).as(two.all()).isZero();
        assertThat(two.err()).contains("upgraded 2 of 2 tenants");
        assertThat(run("stamp", "0001", "--tenant", "tenant_2").out()).isEqualTo("stamped tenant_2 <base> -> 0001\n");
        assertThat(run("current").out()).contains("tenant_1  0002", "tenant_2  0001", "tenant_a,b  0002");
        Ran none = run("upgrade", "head", "--tenant", "tenant_2", "--tenant", "tenant_11");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err())
                .contains(
                        "There is no tenant \"tenant_11\"", "Is tenant_1 meant? --tenant tenant_1", "retort current\n");
        assertThat(run("current").out()).contains("tenant_2  0001");
        variables.remove("RETORT_ENV");
        Ran alone = run("upgrade", "head", "--tenant", "x", "--url", Addresses.url(database));
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.err()).contains("--tenant chooses among tenants");
    }

    @Test
    void noRevisionsAreNoHead() throws IOException {
        sql("CREATE SCHEMA tenant_1");
        Files.delete(folder.resolve("db/migrations/R0001.java"));
        Files.delete(folder.resolve("db/migrations/R0002.java"));
        Ran none = run("current");
        assertThat(none.code()).as(none.all()).isZero();
        assertThat(none.out()).isEqualTo("tenant_1  <base>\n");
        assertThat(none.err()).isEqualTo("There are no revisions in db/migrations.\n");
    }

    @Test
    void theFirstFailureEndsItAllWhereThatIsAsked() {
        sql("CREATE SCHEMA tenant_1; CREATE SCHEMA tenant_2; CREATE SCHEMA tenant_3; CREATE TABLE tenant_1.note ();"
                + " CREATE TABLE tenant_2.note ()");
        Ran ran = run("upgrade", "head", "--jobs", "1", "--fail-fast");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("1 failed: tenant_1", "2 not begun");
        Ran both = run("upgrade", "head", "--jobs", "1");
        assertThat(both.err())
                .contains("error: tenant_1, tenant_2: The upgrade of", "upgraded 1 of 3 tenants", "2 failed");
        assertThat(run("upgrade", "head", "--jobs", "many").err()).contains("is no number of jobs");
    }

    @Test
    void aProtectedEnvironmentAsks() {
        sql("CREATE SCHEMA tenant_1; CREATE SCHEMA tenant_2");
        Set<String> terminals = Set.of("in", "out", "err");
        Ran no = Ran.answering(
                folder, variables, terminals, "dev\n", "-e", "production", "upgrade", "head", "--color", "never");
        assertThat(no.code()).isEqualTo(4);
        assertThat(no.out()).contains("would upgrade 2 tenants from <base>");
        Ran yes = Ran.answering(
                folder,
                variables,
                terminals,
                "production\n",
                "-e",
                "production",
                "upgrade",
                "head",
                "--color",
                "never");
        assertThat(yes.code()).as(yes.all()).isZero();
        assertThat(yes.err()).contains("upgraded 2 of 2 tenants");
        assertThat(yes.out()).doesNotContain("upgrade tenant_1");
        assertThat(run("downgrade", "base", "-e", "production").code()).isEqualTo(4);
    }

    @Test
    void aQueryNamesSchemasAndOneThatIsNotThereIsNamed() throws IOException {
        sql(
                "CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE tenants (name text); INSERT INTO tenants VALUES ('a'), ('gone'), ('b'),"
                        + " ('$user')");
        Files.writeString(folder.resolve("retort.toml"), "revisions = \"db\"\n[env.dev]\nurl = \"${TARGET_URL}\"\n");
        Ran ran = run("upgrade", "head", "--tenants-query", "SELECT name FROM tenants");
        assertThat(ran.code()).as(ran.all()).isEqualTo(3);
        assertThat(ran.err())
                .contains("There is no schema gone", "CREATE SCHEMA \"gone\";", "upgraded 2 of 4 tenants", "$user");
        assertThat(rows("SELECT body FROM b.note")).containsExactly("b!");
        assertThat(run("current", "--tenants-query", "DELETE FROM tenants RETURNING name")
                        .err())
                .contains("The query for tenants failed");
        assertThat(run("current", "--tenants-query", "SELECT 1 AS a, 2 AS b").err())
                .contains("it has 2 columns");
        assertThat(run("current", "--tenants-query", "SELECT 'a'", "--schema-per-tenant", "a%")
                        .err())
                .contains("Tenants are named twice");
        assertThat(run("current", "--schema-per-tenant", "nobody%").err()).contains("There are no tenants");
    }

    @Test
    void aFileNamesDatabases() throws IOException {
        Database other = TestServer.fresh();
        Files.writeString(
                folder.resolve("tenants.txt"),
                "# all\n" + Addresses.url(database) + "\n\n" + Addresses.url(other)
                        + "\njdbc:postgresql://localhost:1/none?user=nobody&password=geheim\n");
        Files.writeString(folder.resolve("retort.toml"), "revisions = \"db\"\ntenants-file = \"tenants.txt\"\n");
        variables.remove("RETORT_ENV");
        Ran ran = run("upgrade", "head");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err())
                .contains(
                        "error: localhost:1/none: could not connect",
                        "upgraded 2 of 3 tenants",
                        "1 failed: localhost:1/none");
        assertThat(ran.all()).doesNotContain("geheim");
        assertThat(rows("SELECT body FROM public.note")).containsExactly("public!");
        assertThat(run("current").out()).contains(database.display() + "  0002", other.display() + "  0002");
    }

    @Test
    void whatIsForOneDatabaseSaysSo() throws IOException {
        sql("CREATE SCHEMA tenant_1; CREATE SCHEMA tenant_2");
        for (String[] args : new String[][] {
            {"drift"}, {"sync"}, {"history", "-i"}, {"upgrade", "head", "--sql"}, {"stamp", "head", "--sql"}
        }) {
            Ran refused = run(args);
            assertThat(refused.code()).as(refused.all()).isEqualTo(2);
            assertThat(refused.err()).contains("tenants");
        }
        revision(
                "0003", "\"0002\"", "op.createTable(\"stock.part\", text(\"body\"));", "op.dropTable(\"stock.part\");");
        Ran named = run("upgrade", "head");
        assertThat(named.code()).isEqualTo(2);
        assertThat(named.err()).contains("0003", "create table stock.part", "Nothing was changed");
        assertThat(run("current").out()).contains("tenant_1  <base>");
    }

    @Test
    void whatAllShareIsFoundAfterATenantsOwn() {
        sql(
                "CREATE SCHEMA tenant_1; CREATE SCHEMA shared; CREATE FUNCTION shared.current_schema() RETURNS text LANGUAGE sql AS"
                        + " 'SELECT ''x''::text'");
        sql("CREATE SCHEMA tenant_2; CREATE TABLE shared.note (body text)");
        Ran ran = run("upgrade", "head", "--tenants-shared", "shared");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(rows("SELECT body FROM tenant_2.note")).containsExactly("tenant_2!");
        assertThat(rows("SELECT body FROM shared.note")).isEmpty();
    }

    @Test
    void whatTheConnectionsRoleMakesIsTheRolesInEveryTenant() {
        String role =
                "owner_of_" + rows("SELECT current_database()::text AS body").get(0);
        String owner = quoted(role.substring(0, Math.min(60, role.length())));
        sql("CREATE ROLE " + owner + "; CREATE SCHEMA tenant_1 AUTHORIZATION " + owner
                + "; CREATE SCHEMA tenant_2 AUTHORIZATION " + owner);
        variables.put("PGOPTIONS", "-c role=" + owner.replace("\"", ""));
        Ran ran = run("upgrade", "head", "--jobs", "1");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(rows("SELECT DISTINCT quote_ident(pg_get_userbyid(relowner)) AS body FROM pg_class"
                        + " WHERE relnamespace::regnamespace::text ~ '^tenant' AND relkind = 'r'"))
                .containsExactly(owner.replace("\"", ""));
        variables.put("PGOPTIONS", "-c role=nobody_there");
        assertThat(run("current").err()).contains("takes the role nobody_there by the connection's options");
        sql("DROP OWNED BY " + owner + "; DROP ROLE " + owner);
    }

    @Test
    void nobodyIsAskedForWhatNoTenantHas() throws IOException {
        sql("CREATE SCHEMA tenant_1; CREATE SCHEMA tenant_2; CREATE SCHEMA other; CREATE TABLE other.legacy ()");
        revision("0003", "\"0002\"", "op.execute(\"DROP TABLE IF EXISTS legacy\");", "");
        Ran ran = run("upgrade", "head");
        assertThat(ran.code()).as(ran.all()).isZero();
        revision(
                "0004",
                "\"0003\"",
                "op.execute(\"DROP TABLE IF EXISTS legacy; ALTER TABLE note DROP COLUMN IF EXISTS old\");",
                "");
        sql("CREATE TABLE tenant_2.legacy (id int)");
        Ran asks = run("upgrade", "head");
        assertThat(asks.code()).as(asks.all()).isEqualTo(4);
        assertThat(asks.err()).contains("add --yes: retort upgrade head ", " --yes\n");
        sql("DROP TABLE tenant_2.legacy; ALTER TABLE tenant_1.note ADD old int");
        assertThat(run("upgrade", "head").code()).isEqualTo(4);
        sql("ALTER TABLE tenant_1.note DROP old");
        assertThat(run("upgrade", "head").code()).isZero();
    }

    @Test
    void aNameThatPostgresqlHidesIsRefused() throws IOException {
        sql("CREATE SCHEMA tenant_1");
        revision("0003", "\"0002\"", "op.createTable(\"point\", bigint(\"id\"));", "op.dropTable(\"point\");");
        Ran ran = run("upgrade", "head");
        assertThat(ran.code()).as(ran.all()).isEqualTo(2);
        assertThat(ran.err()).contains("Revision 0003", "something of the name point, which hides a tenant's", "fix:");
        assertThat(rows("SELECT relname::text AS body FROM pg_class WHERE relname ~ 'note|retort|^point$'"))
                .isEmpty();
    }
}
