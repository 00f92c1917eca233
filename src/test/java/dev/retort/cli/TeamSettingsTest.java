package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
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
                .startsWith("// Copyright Acme. */ /u002a/\n// All rights reserved.\npackage shop.migrations;")
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
        Ran all = run("diff", "--from", "empty", "--to", "model");
        assertThat(all.out()).contains("create index", "foreign key");
        Ran fewer = run("diff", "--from", "empty", "--to", "model", "--exclude-kinds", "index,foreign-key");
        assertThat(fewer.out()).contains("create table customer").doesNotContain("create index", "foreign key");
    }

    @Test
    void aListenerHasItsSay() throws IOException {
        TestEntities.compile(folder, "shop/hooks/NoIndexes.java", """
                package shop.hooks;
                import dev.retort.hook.*;
                import dev.retort.operation.*;
                public class NoIndexes implements AutogenerateListener {
                    public void generated(Draft draft) {
                        draft.drop(operation -> operation instanceof CreateIndex || operation instanceof DropIndex);
                    }
                }
                """);
        Path services = folder.resolve("classes/META-INF/services");
        Files.createDirectories(services);
        Path service = services.resolve("dev.retort.hook.AutogenerateListener");
        Files.writeString(service, "shop.hooks.NoIndexes\n");
        Ran generated = run("revision", "--autogenerate", "-m", "first");
        assertThat(generated.code()).as(generated.all()).isZero();
        assertThat(Files.readString(folder.resolve("db/shop/migrations/R0001_First.java")))
                .contains("op.createTable(\"customer\"")
                .doesNotContain("Index(");
        Ran check = run("check");
        assertThat(check.code()).as(check.all()).isZero();
        Files.writeString(service, "shop.hooks.Nobody\n");
        Ran missing = run("diff", "--from", "empty", "--to", "model");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("Cannot load the autogenerate listeners", "shop.hooks.Nobody");
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
