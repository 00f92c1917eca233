package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.database.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run left half done, or somebody changed, in one of many schemas or databases. */
class HalfDoneTenantsTest extends TenantsProject {

    @Test
    void whatIsHalfDoneOrEditedIsToldOfEachTenant() throws IOException {
        String hostile = "tenant_\"; DROP SCHEMA public; --";
        List<String> failing = List.of(hostile, "tenant_2");
        sql("CREATE SCHEMA tenant_1; CREATE SCHEMA tenant_2; CREATE SCHEMA " + quoted(hostile));
        failing.forEach(name -> sql("CREATE TABLE " + quoted(name) + ".wanted ()"));
        revision(
                "0003",
                "\"0002\"",
                "op.execute(\"CREATE TABLE half ()\");\nop.inBatches(\"note\", \"id\", 10)"
                        + ".set(\"body = CASE WHEN to_regclass('wanted') IS NULL THEN '1' ELSE body::int::text END\");",
                "");
        Ran failed = run("upgrade", "head");
        assertThat(failed.code()).as(failed.all()).isEqualTo(3);
        assertThat(failed.err()).contains("The upgrade of 0003 (x) failed at R0003.java:12\n");

        Ran half = run("current", "-v");
        assertThat(half.out())
                .contains(
                        "tenant_1  0003  (head)\n",
                        "tenant_2  0002  (half done: 0003)\n",
                        hostile + "  0002  (half done: 0003)\n");
        assertThat(half.err())
                .containsOnlyOnce("An earlier upgrade failed after its step 1, which is committed.")
                .contains(
                        hostile + ", tenant_2: Revision 0003 is half done",
                        "Finish it first: retort --tenant 'tenant_\"; DROP SCHEMA public; --' --tenant tenant_2 upgrade 0003\n",
                        "2 tenants of 3 are not at head");
        assertThat(run("current", "--format", "json").out())
                .contains(
                        "\"unknown\" : [ ],\n    \"half_done\" : [ {\n      \"revision\" : \"0003\",\n      \"story\" : \"An earlier",
                        "\"cure\" : \"Finish it first: retort --tenant tenant_2 upgrade 0003\"",
                        "\"edited\" : [ ]");

        sql("DROP TABLE tenant_2.wanted; DROP TABLE " + quoted(hostile) + ".wanted");
        assertThat(run("upgrade", "head").code()).isZero();
        assertThat(run("current", "--check-heads").all()).doesNotContain("half done", "edited");
        revision("0003", "\"0002\"", "op.execute(\"CREATE TABLE other ()\");", "");
        Ran edited = run("current");
        assertThat(edited.out()).contains("tenant_1  0003  (head)  (edited since: 0003)\n");
        assertThat(edited.err())
                .containsOnlyOnce("was edited after it was applied")
                .contains(hostile + ", tenant_1, tenant_2: Revision 0003 (x)", "applied to the first of them on")
                .contains(
                        "retort --tenant 'tenant_\"; DROP SCHEMA public; --' stamp 0003\n",
                        "The others in the same way");
        assertThat(run("current", "--format", "json").out()).contains("\"edited\" : [ \"0003\" ]");
    }

    @Test
    void aHalfDoneDowngradeIsFinishedForItsTenantAloneByTheCureAsItIsTyped() throws IOException {
        String hostile = "tenant_'; \"x\", $(id)";
        sql("CREATE SCHEMA tenant_1; CREATE SCHEMA tenant_2; CREATE SCHEMA " + quoted(hostile));
        revision(
                "0003",
                "\"0002\"",
                "op.execute(\"CREATE TABLE half ()\");",
                "op.execute(\"DROP TABLE half\");"
                        + "\nop.inBatches(\"note\", \"id\", 10).set(\"body = CASE WHEN to_regclass('wanted') IS NULL THEN '1'"
                        + " ELSE body::int::text END\");");
        sql("CREATE TABLE " + quoted(hostile) + ".wanted ()");
        assertThat(run("upgrade", "head").code()).isZero();
        Ran failed = run("downgrade", "-1", "--yes");
        assertThat(failed.code()).as(failed.all()).isEqualTo(3);
        String name = "'tenant_'\\''; \"x\", $(id)'";
        assertThat(failed.err()).contains("run it again: retort --tenant " + name + " downgrade 0002");
        assertThat(run("current").out())
                .contains("tenant_1  0002\n", "tenant_2  0002\n", hostile + "  0003  (half done: 0003)\n");

        Ran said = run("upgrade", "head");
        assertThat(said.code()).as(said.all()).isEqualTo(4);
        assertThat(said.err())
                .contains(
                        hostile + ": Revision 0003 is half done",
                        "retort --tenant " + name + " downgrade 0002\n",
                        "retort --tenant " + name + " stamp REV\n",
                        "upgraded 2 of 3 tenants");
        sql("DROP TABLE " + quoted(hostile) + ".wanted");
        Launched current = Launched.in(folder, variables, "current", "--format", "json");
        assertThat(current.out()).contains("--tenant 'tenant_'\\\\''; ").contains(" downgrade 0002\"");
        String cure = Launched.in(folder, variables, "current")
                .err()
                .lines()
                .filter(line -> line.contains("Finish it first: "))
                .findFirst()
                .orElseThrow();
        Launched typed = Launched.program(
                Path.of("/bin/sh"), folder, variables, "-c", cure.replaceFirst(".*?first: ", "") + " --yes");
        assertThat(typed.code()).as(typed.all()).isZero();
        assertThat(typed.err()).contains("downgraded 1 of 1 tenant in ", ", as ");
        assertThat(run("current").out())
                .contains("tenant_1  0003  (head)\n", "tenant_2  0003  (head)\n", hostile + "  0002\n");
    }

    @Test
    void aDatabaseOfTheFileIsToldToBeHalfDone() throws IOException {
        revision(
                "0002",
                "\"0001\"",
                "op.execute(\"CREATE TABLE half ()\"); op.outsideTransaction(() -> op.execute(\"VACUUM nothing\"));",
                "");
        Files.writeString(folder.resolve("tenants.txt"), Addresses.url(database) + "\n");
        Files.writeString(folder.resolve("retort.toml"), "revisions = \"db\"\ntenants-file = \"tenants.txt\"\n");
        variables.remove("RETORT_ENV");
        assertThat(run("upgrade", "head").code()).isEqualTo(3);
        Ran half = run("current", "--check-heads");
        assertThat(half.code()).isEqualTo(1);
        assertThat(half.out()).isEqualTo(database.display() + "  0001  (half done: 0002)\n");
        assertThat(half.err())
                .contains(
                        database.display() + ": Revision 0002 is half done",
                        "retort --tenant " + database.display() + " upgrade 0002\n");
        Ran again = run("upgrade", "0002", "--tenant", database.display());
        assertThat(again.err()).contains("1 failed: " + database.display());
        assertThat(run("upgrade", "0002", "--tenant", "localhost:1/none").err())
                .contains("There is no tenant \"localhost:1/none\"");
    }

    @Test
    void whatIsThereAlreadyInADatabaseOfTheFileIsNotSearchedByDrift() throws IOException {
        Files.writeString(folder.resolve("tenants.txt"), Addresses.url(database) + "\n");
        Files.writeString(folder.resolve("retort.toml"), "revisions = \"db\"\ntenants-file = \"tenants.txt\"\n");
        variables.remove("RETORT_ENV");
        sql("CREATE TABLE public.note ()");
        Ran there = run("upgrade", "head");
        assertThat(there.code()).isEqualTo(3);
        assertThat(there.err())
                .contains(
                        "No revision was applied to this database before",
                        "Where the database has all that 0001 makes, say so: ",
                        "retort --tenant " + database.display() + " stamp 0001\n")
                .doesNotContain("retort drift", "retort diff");
        assertThat(run("stamp", "0001").out()).isEqualTo("stamped " + database.display() + " <base> -> 0001\n");
        assertThat(run("stamp", "0001").out()).isEqualTo("stamped " + database.display() + " 0001, as before\n");
    }
}
