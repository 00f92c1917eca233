package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.model.HibernateLine;
import dev.retort.runtime.SqlSession;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that an older Hibernate made, and what a newer one wants of it. */
class HibernateUpgradeTest {

    private static final List<String> RULES = List.of(
            "hibernate-7.0-discriminator-check",
            "hibernate-7.3-list-index-check",
            "hibernate-7.0-local-time",
            "hibernate-7.1-subclass-attribute-check",
            "hibernate-7.3-version-not-null",
            "hibernate-7.4-set-unique",
            "hibernate-7.4-timestamp-not-null");

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private Database database;

    @BeforeEach
    void aDatabaseOfHibernateSix() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        Path settings = folder.resolve("retort.toml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        // The one name that every line has for it.
                        .replace("PhysicalNamingStrategySnakeCaseImpl", "CamelCaseToUnderscoresNamingStrategy"));
        variables.putAll(TestProject.scratch());
        TestEntities.compile(folder, "shop/Account.java", """
                package shop;
                import jakarta.persistence.*;
                import java.time.*;
                import java.util.*;
                import org.hibernate.annotations.CreationTimestamp;
                @Entity public class Account {
                    @Id Long id;
                    @Version Integer version;
                    LocalTime opens;
                    @CreationTimestamp Instant made;
                    @Column(unique = true) String mail;
                    @ElementCollection @OrderColumn List<String> tags;
                    @ElementCollection Set<String> phones;
                    @Entity public static class Premium extends Account {
                        @Basic(optional = false) String manager;
                    }
                }
                """);
        Ran script = run("diff", "--from", "empty", "--to", "model", "--format", "sql");
        database = TestServer.fresh();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(script.out()
                    .replace("version integer NOT NULL", "version integer")
                    .replace("opens time(0)", "opens time(6)")
                    .replace("made timestamp with time zone NOT NULL", "made timestamp with time zone")
                    .replaceAll(",?\\s*CONSTRAINT \\w+_check\\d* CHECK \\(.*\\)(?=,?\\n)", "")
                    .replaceAll(",\\s*CONSTRAINT account_phones\\w+ UNIQUE \\(.*\\)", ""));
        }
    }

    @Test
    void everyDifferenceIsExplainedAndCanBeAccepted() {
        Ran check = on("check");
        assertThat(check.code()).as(check.all()).isEqualTo(1);
        assertThat(check.all())
                .contains(RULES)
                .contains("this may come from a newer Hibernate")
                .contains("--accept hibernate-7.3-version-not-null");
        Ran accepted = on("check", "--accept", String.join(",", RULES));
        assertThat(accepted.code()).as(accepted.all()).isZero();
        List<String> eachByItself =
                RULES.stream().flatMap(rule -> Stream.of("--accept", rule)).toList();
        Ran oneByOne =
                on(Stream.concat(Stream.of("check"), eachByItself.stream()).toArray(String[]::new));
        assertThat(oneByOne.code()).as(oneByOne.all()).isZero();
        Ran fewer = on("check", "--accept", "hibernate-7.3-version-not-null");
        assertThat(fewer.out()).doesNotContain("account.version").contains("account.opens");
        Ran wrong = on("check", "--accept", "hibernate-7.3-version-notnull");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("Did you mean --accept hibernate-7.3-version-not-null?");
    }

    @Test
    void keysThatGainOrLoseAColumnAreExplained() throws IOException {
        TestEntities.compile(folder, "shop/Parcel.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity public class Parcel {
                    @Id Long id;
                    @org.hibernate.annotations.PartitionKey String region;
                }
                """);
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(
                    "CREATE TABLE parcel (id bigint PRIMARY KEY, region varchar(255) NOT NULL);"
                            + " ALTER TABLE account_tags DROP CONSTRAINT account_tags_pkey;"
                            + " ALTER TABLE account_tags ALTER tags SET NOT NULL, ADD PRIMARY KEY (account_id, tags_order, tags)");
        }
        String known = String.join(",", RULES);
        Ran check = on("check", "--accept", known);
        assertThat(check.all()).contains("hibernate-7.1-partition-key", "hibernate-7.4-collection-key");
    }

    /** What the older line itself wants becomes the database; what the newer one wants otherwise has a rule, all of it. */
    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.2"})
    void theLinesThemselvesDifferByNothingElse(String older) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("old/shop"));
        Files.writeString(sources.resolve("Account.java"), """
                package shop;
                import jakarta.persistence.*;
                import java.time.*;
                import java.util.*;
                import org.hibernate.annotations.*;
                @Entity public class Account {
                    @Id Long id;
                    @Version Integer version;
                    LocalTime opens;
                    @CreationTimestamp Instant made;
                    @UpdateTimestamp Instant changed;
                    @ElementCollection @OrderColumn List<String> tags;
                    @ElementCollection Set<String> phones;
                    @Entity public static class Premium extends Account {
                        @Basic(optional = false) String manager;
                        @ManyToOne(optional = false) Account boss;
                    }
                    @Entity public static class Parcel {
                        @Id Long id;
                        @PartitionKey String region;
                    }
                }
                """);
        String old = classPath(older);
        Ran script = run("--classpath", old, "diff", "--from", "empty", "--to", "model", "--format", "sql");
        assertThat(script.code()).as(script.all()).isZero();
        database = TestServer.fresh();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(script.out());
        }
        Ran same = on("check", "--classpath", old);
        assertThat(same.code()).as(same.all()).isZero();
        String newest = classPath("7.4");
        Ran check = on("check", "--classpath", newest);
        assertThat(check.code()).as(check.all()).isEqualTo(1);
        assertThat(check.all())
                .contains(
                        "hibernate-7.3-version-not-null", "hibernate-7.3-list-index-check", "hibernate-7.4-set-unique");
        if (older.equals("6.6")) {
            assertThat(check.all())
                    .contains(RULES)
                    .contains("hibernate-7.1-partition-key", "account.boss_id: nullable");
        }
        Ran accepted = on(
                "check", "--classpath", newest, "--accept", String.join(",", RULES) + ",hibernate-7.1-partition-key");
        assertThat(accepted.code()).as(accepted.all()).isZero();
    }

    private String classPath(String line) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes-" + line));
        return new HibernateLine(line)
                .compiled(folder.resolve("old"), classes).stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void anEditIsNotTakenForAnUpgrade() {
        try (SqlSession session = SqlSession.open(database)) {
            // The check of a discriminator that knows fewer classes came with an entity, not with a newer Hibernate.
            session.execute(
                    "ALTER TABLE account ALTER COLUMN manager TYPE varchar(20),"
                            + " ADD CONSTRAINT account_dtype_check CHECK (dtype IN ('Account'));"
                            // A list that becomes a set.
                            + " ALTER TABLE account_phones ADD phones_order int NOT NULL, ADD PRIMARY KEY (account_id, phones_order)");
        }
        Ran check = on("check", "--accept", String.join(",", RULES));
        assertThat(check.code()).isEqualTo(1);
        // The command to type repeats the accepted rules, on the other stream.
        assertThat(check.out())
                .contains("alter column account.manager", "change check account_dtype_check")
                .doesNotContain("hibernate-7");
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    private Ran on(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--url", Addresses.url(database)));
        return run(all.toArray(String[]::new));
    }
}
