package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team may settle for itself: names, kinds left alone, how files look, and a listener that changes what is generated. */
class TeamSettingsTest {

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void entities() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        variables.putAll(TestProject.scratch());
        TestEntities.compile(folder, "shop/Customer.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity
                @Table(indexes = @Index(columnList = "email"), uniqueConstraints = @UniqueConstraint(columnNames = "email"))
                public class Customer {
                    @Id Long id;
                    String email;
                    @ManyToOne Customer referrer;
                    @Column(columnDefinition = "integer default 0 check (points >= 0)") int points;
                }
                """);
    }

    @Test
    void namesAndFilesOfTheirOwn() throws IOException {
        settings("""
                naming-templates = { unique = "uq_{table}__{columns}", foreign-key = "fk_{table}__{target}", index = "ix_{table}__{columns}", primary-key = "pk_{table}" }
                revision-header = "Copyright Acme. */ \\\\u002a/\\nAll rights reserved."
                revision-class = "V{date}_{id}__{message}"
                timezone = "Europe/Berlin"
                """);
        Ran generated = run("revision", "--autogenerate", "-m", "first");
        assertThat(generated.code()).as(generated.all()).isZero();
        String text = Files.readString(folder.resolve("db/shop/migrations/V20261120_0001__First.java"));
        assertThat(text)
                .startsWith("// Copyright Acme. */ \\\\u002a/\n// All rights reserved.\npackage shop.migrations;")
                .contains("created = \"2026-11-20T15:02:11+01:00\"")
                .contains(
                        "\"pk_customer\"",
                        "\"uq_customer__email\"",
                        "\"fk_customer__customer\"",
                        "\"ix_customer__email\"");
        assertThat(run("check").code()).isZero();
        assertThat(run("history").out()).contains("0001");
    }

    @Test
    void wrongTemplatesAreNamed() throws IOException {
        settings("naming-templates = { foreign-keys = \"fk_{table}\" }\n");
        assertThat(run("check").err()).contains("\"foreign-keys\" names no kind of object", "foreign-key");
        settings("naming-templates = { unique = \"uq_{target}\" }\n");
        assertThat(run("check").err()).contains("it has no place {target}");
        settings("revision-class = \"{message}\"\n");
        assertThat(run("revision", "-m", "x").err()).contains("names no Java class");
        settings("timezone = \"Europe/Atlantis\"\n");
        Ran zone = run("revision", "-m", "x");
        assertThat(zone.code()).isEqualTo(2);
        assertThat(zone.err()).contains("Europe/Atlantis");
        settings("exclude-kinds = [\"indx\"]\n");
        assertThat(run("check").err()).contains("Did you mean index?");
    }

    @Test
    void kindsCanBeLeftAlone() {
        Ran all = run("diff", "--from", "empty", "--to", "model", "--naming", "hibernate");
        assertThat(all.out())
                .contains("create index")
                .containsPattern("foreign key FK[a-z0-9]{20,} ")
                .doesNotContain("_fkey");
        Ran fewer = run("diff", "--from", "empty", "--to", "model", "--exclude-kinds", "index,foreign-key");
        assertThat(fewer.out()).contains("create table customer").doesNotContain("create index", "foreign key");
    }

    @Test
    void kindsAreLeftAloneBetweenDatabasesToo() throws IOException {
        Files.writeString(folder.resolve("a.sql"), "CREATE TABLE t (a int)");
        Files.writeString(folder.resolve("b.sql"), "CREATE TABLE t (a int); CREATE INDEX t_a ON t (a)");
        assertThat(run("diff", "--from", "file:a.sql", "--to", "file:b.sql").out())
                .contains("create index t_a");
        assertThat(run("diff", "--from", "file:a.sql", "--to", "file:b.sql", "--exclude-kinds", "index")
                        .out())
                .doesNotContain("t_a");
    }

    @Test
    void whatForeignKeysRestOnIsKnownAllTheSame() throws IOException {
        String both = """
                CREATE TABLE a (id int PRIMARY KEY, n int);
                CREATE TABLE b (id int REFERENCES a (id));
                """;
        Files.writeString(folder.resolve("a.sql"), both + "ALTER TABLE a ADD CONSTRAINT twin UNIQUE (id);");
        Files.writeString(folder.resolve("b.sql"), both);
        assertThat(run("diff", "--from", "file:a.sql", "--to", "file:b.sql", "--exclude-kinds", "comment,index")
                        .out())
                .contains("drop constraint twin on a")
                .doesNotContain("b_id_fkey");
    }

    @Test
    void filtersThatLetNothingThroughAreNamed() {
        Ran schema = run("diff", "--from", "empty", "--to", "model", "--schemas", "pubic");
        assertThat(schema.code()).isEqualTo(2);
        assertThat(schema.err())
                .contains("There is nothing to compare in --schemas pubic", "\"pubic\"", "the entities name public");
        Ran one = run("diff", "--from", "empty", "--to", "model", "--schemas", "pubic,public");
        assertThat(one.all()).contains("filter-without-effect", "schema \"pubic\"");
        Ran include = run("diff", "--from", "empty", "--to", "model", "--include", "customer");
        assertThat(include.all()).contains("--include \"customer\" matches no relation");
        assertThat(run("diff", "--from", "empty", "--to", "model", "--include", "public\\.customer.*")
                        .all())
                .contains("create table customer", "foreign key customer_referrer_id_fkey ")
                .doesNotContain("filter-without-effect");
    }

    @Test
    void aListenerDropsAndCheckAgrees() throws IOException {
        listener("draft.drop(operation -> operation instanceof CreateIndex);");
        Ran generated = run("revision", "--autogenerate", "-m", "first");
        assertThat(generated.code()).as(generated.all()).isZero();
        assertThat(text()).contains("op.createTable(\"customer\"").doesNotContain("Index(");
        Ran check = run("-v", "check");
        assertThat(check.code()).as(check.all()).isZero();
        assertThat(check.err())
                .contains(
                        "Hook took out: create index customer_email_idx on customer",
                        "No differences between the revisions and the model, apart from 1 difference that listeners");
        assertThat(run("verify").code()).isZero();
    }

    @Test
    void whatAListenerDropsOneWayGoesBothWays() throws IOException {
        assertThat(run("revision", "--autogenerate", "-m", "first").code()).isZero();
        TestEntities.compile(folder, "shop/Customer.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity
                public class Customer {
                    @Id Long id;
                    String phone;
                }
                """);
        listener("draft.drop(operation -> operation instanceof DropColumn || operation instanceof DropIndex"
                + " || operation instanceof DropConstraint);");
        Ran generated = Ran.answering(
                folder,
                TestProject.scratch(),
                Set.of("in", "out", "err"),
                "y\ny\ny\ny\n",
                "revision",
                "--autogenerate",
                "-m",
                "second");
        assertThat(generated.code()).as(generated.all()).isZero();
        // Nobody is asked whether a column has another name that stays as it is.
        assertThat(generated.err()).doesNotContain("?");
        assertThat(Files.readString(folder.resolve("db/shop/migrations/R0002_Second.java")))
                .contains(
                        "op.addColumn(\"customer\", varchar(\"phone\", 255));",
                        "op.dropColumn(\"customer\", \"phone\");")
                .doesNotContain("email", "points", "referrer", "data-loss", "downgrade-can-fail");
    }

    @Test
    void aListenerChangesAndAddsAndSaysWhy() throws IOException {
        listener("""
                draft.upgrade().replaceAll(operation ->
                        operation instanceof CreateIndex create ? new CreateIndex(create.table(), create.index(), true) : operation);
                for (Operation operation : List.copyOf(draft.upgrade())) {
                    if (operation instanceof CreateTable create) {
                        draft.upgrade().add(new Execute("GRANT SELECT ON " + create.table().name().display() + " TO PUBLIC"));
                        draft.warnings().add(new Warning("granted-to-public", Warning.Level.WARNING,
                                List.of(create.object()), create.table().name().name() + " can be read by everybody", ""));
                    }
                }
                """);
        Ran generated = run("revision", "--autogenerate", "-m", "first");
        assertThat(generated.code()).as(generated.all()).isZero();
        assertThat(generated.out())
                .contains("execute GRANT SELECT ON customer TO PUBLIC  (listener Hook)", "warning granted-to-public");
        assertThat(text())
                .contains(
                        "// listener Hook\n        op.execute(\"GRANT SELECT ON customer TO PUBLIC\");",
                        ".concurrently();",
                        "<li><b>granted-to-public</b>",
                        "@Warning(\"granted-to-public\")");
        Ran check = run("check");
        assertThat(check.code()).as(check.all()).isZero();
    }

    @Test
    void aListenerIsAskedWhereNothingDiffers() throws IOException {
        listener("""
                if (draft.isEmpty()) {
                    draft.upgrade().add(new Execute("SELECT 1"));
                }
                """);
        Ran first = run("revision", "--autogenerate", "-m", "first");
        assertThat(first.code()).isOne();
        assertThat(first.all()).contains("execute SELECT 1 (listener Hook)");
        Ran json = run("check", "--format", "json");
        assertThat(json.out()).contains("\"listener\" : \"Hook\"");
    }

    @Test
    void nothingIsWrittenWhereAListenerLeavesNothing() throws IOException {
        listener("draft.clear();");
        Ran generated = run("revision", "--autogenerate", "-m", "first");
        assertThat(generated.code()).isZero();
        assertThat(generated.all()).contains("no revision was written");
        assertThat(folder.resolve("db")).doesNotExist();
    }

    @Test
    void aListenerThatFailsIsNamed() throws IOException {
        listener("if (true) throw new IllegalStateException(\"tables need a comment\");");
        Ran refused = run("check");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "The autogenerate listener shop.hooks.Hook failed",
                        "IllegalStateException: tables need a comment.",
                        "-v shows where it failed");
        listener("draft.upgrade().add(null);");
        assertThat(run("check").err()).contains("it left null among the operations");
        service("shop.hooks.Nobody");
        Ran missing = run("diff", "--from", "empty", "--to", "model");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("Cannot load the autogenerate listeners", "shop.hooks.Nobody");
    }

    /** The listener of docs/configuration.md. */
    @Test
    void theDocumentedListenerDoesWhatItsPageSays() throws IOException {
        String page = Files.readString(
                Path.of(System.getProperty("retort.project", ".")).resolve("docs/configuration.md"));
        int start = page.indexOf("```java\npackage com.acme.shop;") + "```java\n".length();
        TestEntities.compile(folder, "com/acme/shop/TeamRules.java", page.substring(start, page.indexOf("```", start)));
        service("com.acme.shop.TeamRules");
        Files.writeString(
                folder.resolve("before.sql"), "CREATE TABLE customer (id bigint PRIMARY KEY, email varchar(255));");
        Ran tables = run("diff", "--from", "empty", "--to", "model");
        assertThat(tables.all())
                .contains("execute GRANT SELECT ON customer TO reports  (listener TeamRules)", "read-by-reports");
        Ran index = run("diff", "--from", "file:before.sql", "--to", "model", "--format", "sql");
        assertThat(index.out())
                .contains("CREATE INDEX CONCURRENTLY customer_email_idx")
                .doesNotContain("GRANT");
        Ran back = run("-v", "diff", "--from", "model", "--to", "file:before.sql");
        assertThat(back.code()).as(back.all()).isZero();
        assertThat(back.err()).contains("preset jpa, as", "listener com.acme.shop.TeamRules");
    }

    private void service(String listener) throws IOException {
        Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
        Files.writeString(services.resolve("dev.retort.hook.AutogenerateListener"), listener + "\n");
    }

    private void listener(String body) throws IOException {
        TestEntities.compile(folder, "shop/hooks/Hook.java", """
                package shop.hooks;
                import dev.retort.hook.*;
                import dev.retort.operation.*;
                import java.util.*;
                public class Hook implements AutogenerateListener {
                    public void generated(Draft draft) {
                        %s
                    }
                }
                """.formatted(body));
        service("shop.hooks.Hook");
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("db/shop/migrations/R0001_First.java"));
    }

    private void settings(String more) throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        Path file = folder.resolve("retort.toml");
        Files.writeString(file, more + Files.readString(file));
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }
}
