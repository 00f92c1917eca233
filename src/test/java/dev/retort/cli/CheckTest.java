package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.model.HibernateCreation;
import dev.retort.model.ModelRequest;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} and {@code diff} on a database that Hibernate itself made of the example shop, and that somebody changed by hand. */
class CheckTest {

    private static final Path CLASSES =
            Path.of(System.getProperty("retort.project", ".")).toAbsolutePath().resolve("target/test-classes");

    private static final Map<String, String> SNAKE_CASE = Map.of(
            "hibernate.physical_naming_strategy",
            "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private Database database = TestServer.fresh();

    @BeforeEach
    void shop() throws IOException {
        TestProject.write(folder, CLASSES, "com.acme.shop");
        variables.putAll(TestProject.scratch());
        variables.put("RETORT_URL", Addresses.url(database));
        HibernateCreation.create(
                new ModelRequest(List.of(CLASSES), List.of("com.acme.shop"), SNAKE_CASE, TestServer.majorVersion()),
                database);
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    private void sql(String... statements) {
        try (SqlSession session = SqlSession.open(database)) {
            for (String statement : statements) {
                session.execute(statement);
            }
        }
    }

    @Test
    void whatHibernateMadeShowsNothing() {
        Ran ran = run("check");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).as(ran.all()).isZero();
        Ran generated = run("revision", "--autogenerate", "-m", "nothing");
        assertThat(generated.code()).as(generated.all()).isZero();
        assertThat(generated.out()).contains("no revision was written");
    }

    @Test
    void driftIsTold() {
        sql(
                "ALTER TABLE brand ADD COLUMN extra text",
                "ALTER TABLE product DROP COLUMN description",
                "CREATE TABLE \"evil\u001b[31m\" (id int)");
        Ran text = run("check");
        assertThat(text.code()).isEqualTo(1);
        assertThat(text.out())
                .contains("drop column brand.extra", "add column product.description  (Product.description)")
                .doesNotContain("\u001b");
        assertThat(text.err()).contains("unmanaged-table", "evil\\u001b[31m", "retort revision --autogenerate");

        Ran json = run("check", "--format", "json");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.out())
                .contains("\"status\" : \"drift\"", "\"from\" : \"database\"", "\"to\" : \"model\"")
                .contains("\"kind\" : \"add_column\"", "\"object\" : \"public.product.description\"", "\"risks\" : [ ]")
                .contains("\"rule\" : \"unmanaged-table\"");

        assertThat(run("check", "--format", "github").out()).contains("::error title=No revision for%3A add_column::");
        assertThat(run("check", "--format", "sarif").out())
                .contains("\"ruleId\" : \"drop_column\"")
                .doesNotContain("startLine");
        assertThat(run("check", "--exclude", "public\\.(brand|product)").code()).isZero();
    }

    /** Where the sources stand below the project, a review shows each difference beside the attribute that it comes from. */
    @Test
    void annotationsPointIntoTheSource() throws IOException {
        sql("ALTER TABLE product DROP COLUMN description");
        String name = "com/acme/shop/product/Product.java";
        Path source = Path.of(System.getProperty("retort.project", "."), "entities-example/src", name);
        Path file = folder.resolve("src/main/java").resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.copy(source, file);
        List<String> lines = Files.readAllLines(source);
        int line = 1;
        while (!lines.get(line - 1).contains(" description;")) {
            line++;
        }
        assertThat(run("check", "--format", "github").out())
                .contains("::error file=src/main/java/" + name + ",line=" + line
                        + ",title=No revision for%3A add_column::");
        assertThat(run("check", "--format", "sarif").out())
                .contains("\"uri\" : \"src/main/java/" + name + "\"", "\"startLine\" : " + line);
    }

    @Test
    void theSqlOfADifferenceRemovesIt() {
        sql("ALTER TABLE brand ADD COLUMN extra text", "ALTER TABLE brand ALTER COLUMN name TYPE varchar(99)");
        Ran diff = run("diff", "--from", "database", "--to", "model", "--format", "sql", "--exit-code");
        assertThat(diff.code()).as(diff.all()).isEqualTo(1);
        sql(diff.out());
        Ran again = run("diff", "--exit-code");
        assertThat(again.code()).as(again.all()).isZero();
    }
}
