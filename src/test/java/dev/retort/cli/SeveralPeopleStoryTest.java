package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens where several people write revisions; by the real launcher. */
class SeveralPeopleStoryTest {

    @TempDir
    Path folder;

    private StoryProject project;

    @BeforeEach
    void project() {
        project = new StoryProject(folder);
    }

    @Test
    void twoBranchesOfOneParentAreSeenRefusedAndMerged() {
        project.revision("0001", "");
        project.done("upgrade", "head");
        project.revision("0002a", "0001");
        project.revision("0002b", "0001");
        assertThat(project.done("heads").out()).contains("0002a (head), step 0002a", "0002b (head), step 0002b");
        Launched refused = project.with(2, "upgrade", "head");
        assertThat(refused.err())
                .contains(
                        "0002a (step 0002a)",
                        "R0002a.java",
                        "0002b (step 0002b)",
                        "R0002b.java",
                        "merge -m \"merge heads\" 0002a 0002b");
        assertThat(project.rows("SELECT revision FROM retort_version")).containsExactly("0001");
        assertThat(project.done("merge", "-m", "merge heads").out()).contains("joins 0002a, 0002b");
        project.done("upgrade", "head");
        assertThat(project.rows("SELECT count(*) FROM pg_tables WHERE tablename LIKE 't\\_%'"))
                .containsExactly("3");
        assertThat(project.done("heads").out())
                .contains("(head) (mergepoint), merge heads")
                .hasLineCount(1);
    }

    @Test
    void stampAfterAChangeByHandWhenDriftSaysThatOneMay() {
        project.entity("Customer", "private String name;");
        project.done("revision", "--autogenerate", "-m", "create the schema", "--no-proof");
        project.done("upgrade", "head");
        project.entity("Customer", "private String name; private String tier;");
        project.done("revision", "--autogenerate", "-m", "add tier", "--no-proof");

        StoryProject.behind(project.development(), "ALTER TABLE customer ADD COLUMN tier varchar(10)");
        assertThat(project.with(1, "drift").all()).contains("customer.tier", "up to 0001");
        project.done("stamp", "0002");
        assertThat(project.with(1, "drift").out()).contains("customer.tier");
        StoryProject.behind(project.development(), "ALTER TABLE customer ALTER COLUMN tier TYPE varchar(255)");
        assertThat(project.done("drift").all()).contains("No drift", "up to 0002");
        assertThat(project.done("upgrade", "head").all()).contains("Nothing to do");
    }

    @Test
    void theBuildFailsWhereEntitiesAndRevisionsPartAndAnEditedRevisionIsNamed() {
        project.entity("Customer", "private String name;");
        project.done("revision", "--autogenerate", "-m", "create the schema", "--no-proof");
        project.done("upgrade", "head");
        project.entity("Customer", "private String name; private String tier;");
        Launched parted = project.with(1, "check");
        assertThat(parted.out()).contains("add column customer.tier  (Customer.tier)");
        assertThat(parted.err()).contains("retort revision --autogenerate -m");

        project.entity("Customer", "private String name;");
        project.edit("varchar(\"name\", 255)", "varchar(\"name\", 255).comment(\"late\")");
        assertThat(project.retort("check", "-v").all())
                .contains("edited-revision", "0001", "R0001_CreateTheSchema.java");
        assertThat(project.done("current").all())
                .contains("was edited after it was applied", "R0001_CreateTheSchema.java");
        assertThat(project.done("upgrade", "head").all()).contains("Nothing to do");
    }
}
