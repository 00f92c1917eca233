package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.ObjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of another team, which a filter leaves out and a foreign key points to. */
class StandInsTest {

    private static final String TOLD =
            "the scratch server has a stand-in table for crm.account, which no revision makes";

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private final Database database = TestServer.fresh();

    @BeforeEach
    void project() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        Path settings = folder.resolve("retort.toml");
        Files.writeString(settings, "exclude = ['crm\\..*']\n" + Files.readString(settings));
        variables.putAll(TestProject.scratch());
        entities("""
                    @Id Long id;
                    @ManyToOne(optional = false) Account account;
                """);
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("CREATE SCHEMA crm; CREATE TABLE crm.account (id bigint PRIMARY KEY, mail text NOT NULL);"
                    + " INSERT INTO crm.account VALUES (1, 'a@b.co')");
        }
    }

    @AfterEach
    void drop() {
        TestServer.drop(database);
    }

    @Test
    void theWholeRoadWithTheDatabaseOfBothTeams() throws IOException {
        Ran generated = on("revision", "--autogenerate", "-m", "first");
        expect(0, generated);
        assertThat(generated.all()).contains(TOLD, "proved in").containsOnlyOnce("stand-in");
        assertThat(revision("0001"))
                .contains("references(\"crm.account\", \"id\")")
                .doesNotContain("createTable(\"crm.account\"", "createSchema", "stand-in");
        expect(0, on("upgrade", "head"));
        assertThat(on("check").out() + on("check").err()).contains("No differences");
        expect(0, on("drift"));

        entities("""
                    @Id Long id;
                    @ManyToOne(optional = false) Account account;
                    @ManyToOne Account payer;
                    String note;
                """);
        Ran second = on("revision", "--autogenerate", "-m", "second");
        expect(0, second);
        assertThat(second.all()).contains(TOLD, "with 3 rows in 1 table").containsOnlyOnce("stand-in");
        expect(0, on("upgrade", "head"));
        Ran verified = run("verify");
        expect(0, verified);
        assertThat(verified.all()).contains(TOLD).containsOnlyOnce("stand-in table");

        expect(0, on("downgrade", "base"));
        assertThat(CatalogReader.read(database, Scope.of(Set.of("crm", "public")))
                        .tables()
                        .keySet())
                .containsExactly(new ObjectName("crm", "account"));
        try (SqlSession session = SqlSession.open(database)) {
            assertThat(session.query("SELECT id FROM crm.account")).hasSize(1);
        }
    }

    @Test
    void withoutADatabaseTheRevisionsAreEnough() {
        Ran generated = run("revision", "--autogenerate", "-m", "first");
        expect(0, generated);
        assertThat(generated.all()).contains(TOLD).containsOnlyOnce("stand-in");
        Ran checked = run("check");
        expect(0, checked);
        assertThat(checked.all()).contains(TOLD, "No differences");
        Ran nothing = run("diff", "--from", "empty", "--to", "revisions");
        assertThat(nothing.all())
                .contains("create table orders", TOLD)
                .doesNotContain("create table crm.account", "create schema");
        expect(0, on("upgrade", "head"));
        expect(0, on("check"));
    }

    private void entities(String members) throws IOException {
        TestEntities.compile(folder, Map.of("shop/Account.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity
                @Table(schema = "crm", name = "account")
                public class Account {
                    @Id Long id;
                    String mail;
                }
                """, "shop/Order.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity
                @Table(name = "orders")
                public class Order {
                %s}
                """.formatted(members)));
    }

    private String revision(String id) throws IOException {
        try (var files = Files.list(folder.resolve("db/shop/migrations"))) {
            return Files.readString(files.filter(file -> file.toString().contains(id))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    private Ran on(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--url", Addresses.url(database)));
        return run(all.toArray(String[]::new));
    }

    private static void expect(int code, Ran ran) {
        assertThat(ran.code()).as(ran.all()).isEqualTo(code);
    }
}
