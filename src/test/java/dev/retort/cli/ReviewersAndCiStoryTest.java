package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reviewer reads, and what a build asks; by the real launcher. */
class ReviewersAndCiStoryTest {

    @TempDir
    Path folder;

    private StoryProject project;

    @BeforeEach
    void project() {
        project = new StoryProject(folder);
        project.entity("Customer", "private String fullname;");
        project.done("revision", "--autogenerate", "-m", "create the schema", "--no-proof");
    }

    @Test
    void aReviewerReadsOneFile() {
        project.done("upgrade", "head");
        StoryProject.behind(project.development(), "INSERT INTO customer (fullname) VALUES ('Ada'), ('Grace')");
        project.entity("Customer", """
                @Column(name = "full_name") private String fullName;
                @Column(nullable = false) private int visits;
                """);
        project.done("revision", "--autogenerate", "-m", "rework customer", "--no-proof");
        assertThat(project.newest())
                .contains(
                        // what changes, and which attribute it comes from
                        "// Customer.visits",
                        "op.addColumn(\"customer\", integer(\"visits\").notNull()",
                        // both ways
                        "op.dropColumn(\"customer\", \"visits\");",
                        "op.addColumn(\"customer\", varchar(\"fullname\", 255));",
                        // what may be lost
                        "data-loss",
                        // what the tool could not know, with what to type
                        "possible-column-rename",
                        "--rename customer.fullname=full_name",
                        "required-column-without-default");
    }

    @Test
    void theBuildNeedsNoDatabaseOfItsOwn() {
        project.settings("[env.ci]\n");
        project.variables().remove("DATABASE_URL_DEVELOPMENT");
        project.variables().put("RETORT_ENV", "ci");
        assertThat(ci("check").all()).contains("No differences between the revisions and the model");
        assertThat(ci("verify").out()).contains("ok      0001", "ok      base", "ok      model");

        project.entity("Customer", "private String fullname; private String tier;");
        Launched forgotten = ci("check");
        assertThat(forgotten.code()).isEqualTo(1);
        assertThat(forgotten.out()).contains("add column customer.tier  (Customer.tier)");
        assertThat(forgotten.err()).contains("retort revision --autogenerate -m");
        Launched annotated = ci("check", "--format", "github");
        assertThat(annotated.out())
                .startsWith("::error file=src/main/java/com/acme/cafe/Customer.java,line=")
                .contains("title=No revision for", "customer.tier");
        Launched verified = ci("verify");
        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.out()).contains("failed  model", "add column customer.tier");
    }

    private Launched ci(String... words) {
        return project.retort(words);
    }
}
