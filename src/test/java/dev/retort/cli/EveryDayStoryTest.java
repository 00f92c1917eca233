package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a developer does every day, by the real launcher. */
class EveryDayStoryTest {

    @TempDir
    Path folder;

    private StoryProject project;

    @BeforeEach
    void project() {
        project = new StoryProject(folder);
    }

    @Test
    void editAnEntityReadTheNewClassUpgradeAndCommitBoth() {
        project.entity("Customer", "@Column(length = 80) private String name;");
        project.done("revision", "--autogenerate", "-m", "create the schema", "--no-proof");
        project.done("upgrade", "head");

        project.entity("Customer", """
                @Column(length = 80) private String name;
                @Column(length = 10) private String tier;
                """);
        Launched generated = project.done("revision", "--autogenerate", "-m", "add customer tier");
        assertThat(generated.all())
                .contains(
                        "add column customer.tier",
                        "wrote src/main/java/com/acme/cafe/migrations/R0002_AddCustomerTier.java",
                        "proved in ",
                        "the database then equals the model");
        assertThat(project.newest())
                .contains(
                        "Add customer tier.",
                        "@Revision(id = \"0002\", revises = \"0001\", message = \"add customer tier\"",
                        "public final class R0002_AddCustomerTier implements Migration",
                        "// Customer.tier",
                        "op.addColumn(\"customer\", varchar(\"tier\", 10));",
                        "op.dropColumn(\"customer\", \"tier\");");

        assertThat(project.done("upgrade", "head").out()).contains("0001 -> 0002, add customer tier");
        project.compileRevisions();
        assertThat(project.done("check").all()).contains("No differences");
        assertThat(project.names()).containsExactly("R0001_CreateTheSchema.java", "R0002_AddCustomerTier.java");
    }

    @Test
    void whichRevisionIsThisDatabaseOnAndWhatLiesBetween() {
        project.revision("0001", "");
        project.revision("0002", "0001");
        project.revision("0003", "0002");
        project.revision("0004", "0003");
        project.done("upgrade", "0002");
        assertThat(project.done("current").out()).isEqualTo("0002 (current), step 0002\n");
        assertThat(project.done("heads").out()).isEqualTo("0004 (head), step 0004\n");
        assertThat(project.done("history", "-r", "current:head", "-i").out()).isEqualTo("""
                        0003 -> 0004 (head) (pending), step 0004
                        0002 -> 0003 (pending), step 0003
                        0001 -> 0002 (current), step 0002
                        """);
    }

    @Test
    void downAndUpAgainOnAFreshDatabaseAndOnOneOfYesterday() {
        project.revision("001", "");
        project.revision("002", "001");
        project.revision("003", "002");
        project.done("upgrade", "head");
        project.revision("004", "003");
        project.done("upgrade", "+1");
        assertThat(tables()).isEqualTo("t_001 t_002 t_003 t_004");
        project.done("downgrade", "-1");
        assertThat(tables()).isEqualTo("t_001 t_002 t_003");
        project.done("upgrade", "head");
        project.done("downgrade", "003");
        assertThat(tables()).isEqualTo("t_001 t_002 t_003");
        project.done("downgrade", "base");
        assertThat(tables()).isEmpty();
        project.done("upgrade", "head");
        assertThat(tables()).isEqualTo("t_001 t_002 t_003 t_004");
    }

    private String tables() {
        return String.join(
                " ", project.rows("SELECT tablename FROM pg_tables WHERE tablename LIKE 't\\_%' ORDER BY 1"));
    }

    @Test
    void idsAreNumbersOrHashesAndAMessageStaysAsWritten() {
        project.done("revision", "-m", "add Lager & \"Größen\"");
        project.done("revision", "-m", "tidy up\n\nThe old   prices were kept\nfor the auditors.");
        assertThat(project.names()).containsExactly("R0001_AddLagerGrossen.java", "R0002_TidyUp.java");
        assertThat(project.newest())
                .contains("message = \"tidy up\\n\\nThe old   prices were kept\\nfor the auditors.\"");
        project.variables().put("RETORT_REVISION_ID", "hash");
        project.done("revision", "-m", "by hash");
        assertThat(project.names()).anyMatch(name -> name.matches("R[0-9a-f]{8,}_ByHash\\.java"));
        assertThat(project.done("history", "-v").out())
                .contains("tidy up", "The old   prices were kept", "for the auditors.");
    }

    @Test
    void anEntityOutsideTheScannedPackagesDoesNotVanishInSilence() {
        project.entity("Customer", "private String name;");
        Launched verbose = project.with(1, "check", "-v");
        assertThat(verbose.all()).contains("entity com.acme.cafe.Customer");
        assertThat(project.with(2, "check", "--entities", "com.acme.cafe,com.acme.stock")
                        .err())
                .contains("no class or package com.acme.stock", "target/classes");
        project.revision("0001", "");
        project.compileRevisions();
        project.done("upgrade", "head");
        assertThat(project.with(2, "check", "--entities", "com.acme.cafe.migrations")
                        .err())
                .contains("com.acme.cafe.migrations", "no entity");
    }

    @Test
    void aDatabaseThatIsBehindAndARevisionThatIsNowhere() {
        project.entity("Customer", "private String name;");
        project.revision("0001", "");
        Launched behind = project.with(1, "revision", "--autogenerate", "-m", "x");
        assertThat(behind.err())
                .contains(
                        "Target database is not up to date",
                        "retort upgrade head",
                        "Or, where 0001 comes from the same edit, delete ");
        assertThat(project.names()).hasSize(1);
        Launched lost = project.with(2, "upgrade", "0002");
        assertThat(lost.err())
                .contains(
                        "There is no revision 0002",
                        "src/main/java/com/acme/cafe/migrations",
                        "Did you mean 0001?",
                        "retort history");
    }
}
