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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constraints and indexes that do what others do, as Hibernate's {@code update} leaves them: found, offered for clean-up, or left. */
class TwinsTest {

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private Database database;

    @BeforeEach
    void project() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        variables.putAll(TestProject.scratch());
        TestEntities.compile(folder, "shop/Account.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity public class Account {
                    @Id Long id;
                    @Column(unique = true) String mail;
                    @ManyToOne Account parent;
                    @Entity(name = "Seat") @Table(name = "seat") public static class Seat {
                        @Id Long id;
                        @ManyToOne @JoinColumn(name = "mail", referencedColumnName = "mail") Account account;
                    }
                    @Entity(name = "Named") @Table(
                            name = "named",
                            uniqueConstraints = @UniqueConstraint(name = "uk_code", columnNames = "code"),
                            indexes = @Index(name = "ix_label", columnList = "label"))
                    public static class Named {
                        @Id Long id;
                        String code;
                        String label;
                    }
                }
                """);
        database = TestServer.fresh();
    }

    /** None of the names is the model's, and nothing is done twice. */
    @Test
    void otherNamesAreNoTwins() {
        execute("""
                CREATE TABLE account (id bigint CONSTRAINT a1 PRIMARY KEY, mail varchar(255) CONSTRAINT a2 UNIQUE,
                    parent_id bigint CONSTRAINT a3 REFERENCES account);
                CREATE TABLE seat (id bigint CONSTRAINT s1 PRIMARY KEY, mail varchar(255) CONSTRAINT s2 REFERENCES account (mail));
                CREATE TABLE named (id bigint CONSTRAINT n1 PRIMARY KEY, code varchar(255) CONSTRAINT uk_code UNIQUE, label varchar(255));
                CREATE INDEX ix_label ON named (label)
                """);
        Ran check = on("check");
        assertThat(check.code()).as(check.all()).isZero();
        assertThat(check.all()).doesNotContain("duplicate-constraint");
    }

    /** Hibernate goes by the name where the entity says one. */
    @Test
    void whatHibernatesUpdateLeavesIsOfferedAndGoes() {
        execute("""
                CREATE TABLE account (id bigint CONSTRAINT a1 PRIMARY KEY, mail varchar(255) CONSTRAINT a2 UNIQUE,
                    parent_id bigint CONSTRAINT a3 REFERENCES account);
                CREATE TABLE seat (id bigint CONSTRAINT s1 PRIMARY KEY, mail varchar(255) CONSTRAINT s2 REFERENCES account (mail));
                CREATE TABLE named (id bigint CONSTRAINT n1 PRIMARY KEY, code varchar(255) CONSTRAINT n2 UNIQUE, label varchar(255));
                CREATE INDEX n3 ON named (label)
                """);
        HibernateCreation.update(
                new ModelRequest(
                        List.of(folder.resolve("classes")), List.of("shop"), Map.of(), TestServer.majorVersion()),
                database);
        Ran check = on("check");
        assertThat(check.out().lines())
                .containsExactly("drop constraint n2 on named  (Named)", "drop index n3  (Named.label)");
        assertThat(check.all()).contains("duplicate-constraint");
        assertThat(on("revision", "--autogenerate", "-m", "drop twins", "--no-proof")
                        .code())
                .isZero();
        assertThat(on("upgrade", "head", "--yes").code()).isZero();
        assertThat(on("check").all()).doesNotContain("duplicate-constraint");
    }

    /** Where no revision made the database there is nothing to prove the clean-up on. */
    @Test
    void aDatabaseWithoutRevisionsIsAdoptedFirst() throws IOException {
        execute(script());
        execute("ALTER TABLE named ADD CONSTRAINT uk_0 UNIQUE (code)");
        Ran failed = on("revision", "--autogenerate", "-m", "drop twins");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out())
                .contains(
                        "No revision makes what the database has",
                        "diff --from empty --to database --format java",
                        "stamp head");

        Path revisions = folder.resolve("db/shop/migrations");
        Files.delete(revisions.resolve("R0001_DropTwins.java"));
        Files.writeString(
                revisions.resolve("R0001_FromEmptyToDatabase.java"),
                on("diff", "--from", "empty", "--to", "database", "--format", "java")
                        .out());
        assertThat(on("stamp", "head").code()).isZero();
        Ran proved = on("revision", "--autogenerate", "-m", "drop twins");
        assertThat(proved.code()).as(proved.all()).isZero();
        assertThat(proved.all()).contains("proved in");
    }

    @Test
    void twinsAreOfferedAndTheNamesOfTheModelStay() {
        execute(script());
        execute("""
                ALTER TABLE account ADD CONSTRAINT a0 UNIQUE (mail), ADD CONSTRAINT a1 FOREIGN KEY (parent_id) REFERENCES account;
                CREATE UNIQUE INDEX a2 ON account (mail);
                ALTER TABLE named ADD CONSTRAINT uk_0 UNIQUE (code);
                CREATE INDEX a3 ON named (label)
                """);
        Ran check = on("check");
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out().lines().filter(l -> l.startsWith("drop") || l.startsWith("add")))
                .containsExactlyInAnyOrder(
                        "drop constraint a0 on account  (Account)",
                        "drop constraint a1 on account  (Account)",
                        "drop index a2  (Account.mail)",
                        "drop constraint uk_0 on named  (Named)",
                        "drop index a3  (Named.label)");
        assertThat(check.all()).contains("duplicate-constraint", "account.a0 (as account_mail_key)", "--accept");

        Ran kept = on("check", "--accept", "duplicate-constraint");
        assertThat(kept.code()).as(kept.all()).isZero();

        // The database was made by hand, so a proof on the revisions alone has nothing to drop.
        Ran revision = on("revision", "--autogenerate", "-m", "drop twins", "--no-proof");
        assertThat(revision.code()).as(revision.all()).isZero();
        Ran upgrade = on("upgrade", "head", "--yes");
        assertThat(upgrade.code()).as(upgrade.all()).isZero();
        assertThat(on("check").code()).isZero();
    }

    /** PostgreSQL refuses to drop what a foreign key rests on, and the key would have to be checked again. */
    @Test
    void whatAForeignKeyRestsOnStays() {
        execute(script().replace("account_mail_key", "zz").replace("CONSTRAINT uk_code", "CONSTRAINT uk_0"));
        execute("""
                ALTER TABLE account ADD CONSTRAINT account_mail_key UNIQUE (mail);
                CREATE TABLE other (code varchar(255) REFERENCES named (code));
                ALTER TABLE named ADD CONSTRAINT uk_code UNIQUE (code)
                """);
        Ran check = on("check");
        assertThat(check.out().lines().filter(l -> l.startsWith("drop") || l.startsWith("add")))
                .containsExactly("drop constraint account_mail_key on account  (Account)");
        assertThat(check.all())
                .contains("account_mail_key does what zz does")
                .contains("uk_0 on named does what uk_code does, and stays, because a foreign key rests on it");
    }

    private String script() {
        return Ran.in(folder, variables, "diff", "--from", "empty", "--to", "model", "--format", "sql")
                .out();
    }

    private void execute(String sql) {
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(sql);
        }
    }

    private Ran on(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--url", Addresses.url(database)));
        return Ran.in(folder, variables, all.toArray(String[]::new));
    }
}
