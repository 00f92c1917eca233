package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renames on the launcher's road: an entity with all that belongs to it, a whole naming strategy, and what is asked at a terminal. */
class RenamesRoadTest {

    private static final String CUSTOMER = """
            @Entity @Table(name = "customer", uniqueConstraints = @UniqueConstraint(columnNames = "email"), indexes = @Index(columnList = "fullName"))
            public class Customer {
                @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) long id;
                String fullName;
                String email;
                @Column(length = 20) String zipCode;
            }
            """;

    private static final String ORDER = """
            @Entity @Table(name = "purchaseOrder")
            public class PurchaseOrder {
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id;
                @ManyToOne(optional = false) Customer customer;
                int totalAmount;
            }
            """;

    private static final String MOODY = """
            @Entity @Table(name = "guest", indexes = @Index(name = "fine_ix", columnList = "mood"), check = @CheckConstraint(name = "mood_ck", constraint = "mood <> 'V_BAD' and note <> 'V_BAD'"))
            public class Guest {
                @Id long id;
                @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM)
                @org.hibernate.annotations.ColumnDefault("'V_OK'")
                @Column(nullable = false) Mood mood;
                @org.hibernate.annotations.ColumnDefault("'V_OK'") String note;
                @org.hibernate.annotations.GeneratedColumn("mood = 'V_OK' or mood in ('V_BAD', 'V_SAD')") Boolean fine;
            }
            """;

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void project() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "edited");
        variables.putAll(TestProject.scratch());
        EditedEntities.compile(folder.resolve("classes"), CUSTOMER, ORDER);
    }

    private Ran run(String... args) {
        Ran ran = Ran.in(folder, variables, args);
        assertThat(ran.code()).as(ran.all()).isZero();
        return ran;
    }

    private void generate(String... more) {
        List<String> args = new ArrayList<>(List.of("revision", "--autogenerate", "-m", "edit"));
        args.addAll(List.of(more));
        run(args.toArray(String[]::new));
    }

    private String second() throws IOException {
        return Files.readString(folder.resolve("db/shop/migrations/R0002_Edit.java"));
    }

    @Test
    void aRenamedEntityTakesAllAlongThatBelongsToIt() throws IOException {
        generate("--no-proof");
        Database database = TestServer.fresh();
        run("upgrade", "head", "--url", Addresses.url(database));
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("INSERT INTO customer (id, full_name) VALUES (nextval('customer_seq'), 'Ann')");
        }
        EditedEntities.compile(
                folder.resolve("classes"),
                CUSTOMER.replace("class Customer", "class Client")
                        .replace("\"customer\"", "\"client\"")
                        .replace("@Column(length = 20) String zipCode", "@Column(length = 30) String postcode"),
                ORDER.replace("Customer customer", "Client client"));
        generate(
                "--rename",
                "customer=client",
                "--rename",
                "client.zip_code=postcode",
                "--rename",
                "purchase_order.customer_id=client_id");
        assertThat(second())
                .contains(
                        "op.renameTable(\"customer\", \"client\");",
                        "op.renameSequence(\"customer_seq\", \"client_seq\");",
                        "op.renameColumn(\"client\", \"zip_code\", \"postcode\");",
                        "op.alterColumn(\"client\", \"postcode\").type(\"character varying(30)\");",
                        "op.renameColumn(\"purchase_order\", \"customer_id\", \"client_id\");",
                        "op.renameTable(\"client\", \"customer\");")
                .doesNotContain("dropTable", "dropColumn", "addForeignKey", "createIndex", "possible-");
        run("check");
        run("upgrade", "head", "--url", Addresses.url(database));
        run("check", "--url", Addresses.url(database));
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("INSERT INTO client (id, full_name) VALUES (nextval('client_seq'), 'Bob')");
            assertThat(session.query("SELECT string_agg(full_name, ' ' ORDER BY id) AS names FROM client")
                            .get(0)
                            .string("names"))
                    .isEqualTo("Ann Bob");
        }
    }

    /** With the table and the column of the type; the checks, defaults and computed columns in the entities' own words follow as well. */
    @Test
    void aRenamedEnumAndItsValuesBringNothingElse() throws IOException {
        Path classes = folder.resolve("classes");
        EditedEntities.compile(classes, "public enum Mood { V_BAD, V_OK, V_SAD }", MOODY);
        generate("--no-proof");
        Database database = TestServer.fresh();
        run("upgrade", "head", "--url", Addresses.url(database));
        EditedEntities.compile(
                classes,
                "public enum Feeling { V_BAD, V_FINE, V_SAD }",
                MOODY.replace("Mood mood", "Feeling feeling")
                        .replace("mood <>", "feeling <>")
                        .replace("mood =", "feeling =")
                        .replace("mood in", "feeling in")
                        .replace("columnList = \"mood\"", "columnList = \"feeling\"")
                        .replace(
                                "@org.hibernate.annotations.ColumnDefault(\"'V_OK'\")\n    @Column",
                                "@org.hibernate.annotations.ColumnDefault(\"'V_FINE'\")\n    @Column")
                        .replace("= 'V_OK' or", "= 'V_FINE' or")
                        .replace("\"guest\"", "\"visitor\""));
        generate(
                "--rename",
                "guest=visitor",
                "--rename",
                "mood=feeling",
                "--rename",
                "mood.V_OK=V_FINE",
                "--rename",
                "guest.mood=feeling");
        assertThat(second().lines()
                        .filter(line -> line.strip().startsWith("op."))
                        .map(String::strip))
                .containsExactly(
                        "op.renameType(\"mood\", \"feeling\");",
                        "op.renameTable(\"guest\", \"visitor\");",
                        "op.renameEnumValue(\"feeling\", \"V_OK\", \"V_FINE\");",
                        "op.renameColumn(\"visitor\", \"mood\", \"feeling\");",
                        "op.renameType(\"feeling\", \"mood\");",
                        "op.renameTable(\"visitor\", \"guest\");",
                        "op.renameEnumValue(\"mood\", \"V_FINE\", \"V_OK\");",
                        "op.renameColumn(\"guest\", \"feeling\", \"mood\");");
        run("check");
        run("upgrade", "head", "--url", Addresses.url(database));
        run("check", "--url", Addresses.url(database));
        run("downgrade", "-1", "--url", Addresses.url(database), "--yes");
        run("upgrade", "head", "--url", Addresses.url(database));
        run("check", "--url", Addresses.url(database));
        TestServer.drop(database);
    }

    @Test
    void aChangedNamingStrategyIsOneAnswer() throws IOException {
        String settings = Files.readString(folder.resolve("retort.toml"));
        Files.writeString(
                folder.resolve("retort.toml"),
                settings.replace("PhysicalNamingStrategySnakeCaseImpl", "PhysicalNamingStrategyStandardImpl"));
        generate("--no-proof");
        Files.writeString(folder.resolve("retort.toml"), settings);
        Ran unsaid = Ran.in(folder, variables, "check");
        assertThat(unsaid.out())
                .containsSubsequence("possible-case-style-rename", "fix: --rename case-style", "data-loss")
                .containsOnlyOnce("data-loss")
                .contains("; -v tells each in full")
                .doesNotContain("possible-column-rename");
        generate("--rename", "case-style");
        assertThat(second())
                .contains(
                        "op.renameTable(\"purchaseorder\", \"purchase_order\");",
                        "op.renameColumn(\"purchase_order\", \"totalamount\", \"total_amount\");",
                        "op.renameColumn(\"customer\", \"fullname\", \"full_name\");",
                        "op.renameColumn(\"customer\", \"zipcode\", \"zip_code\");")
                .doesNotContain("dropTable", "dropColumn", "addColumn");
        run("check");
        Ran again = Ran.in(folder, variables, "revision", "--autogenerate", "-m", "x", "--rename", "case-style");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("case-style", "fits nothing");
    }

    @Test
    void whatIsLeftOpenIsAskedAtATerminal() throws IOException {
        generate("--no-proof");
        EditedEntities.compile(
                folder.resolve("classes"),
                CUSTOMER.replace("class Customer", "class Client")
                        .replace("\"customer\"", "\"client\"")
                        .replace("String email", "@Column(nullable = false) String email"),
                ORDER.replace("Customer customer", "Client client")
                        .replace(
                                "int totalAmount",
                                "int totalAmount; @Column(length = 3, nullable = false) String currency"));
        Set<String> all = Set.of("in", "out", "err");
        String[] command = {"revision", "--autogenerate", "-m", "edit"};
        Ran asked = Ran.answering(folder, variables, all, "y\ny\nlower(full_name)\nnull\nEUR\n", command);
        assertThat(asked.code()).as(asked.all()).isZero();
        String flags = "--rename customer=client --rename purchase_order.customer_id=client_id"
                + " --backfill 'client.email=lower(full_name)' --backfill purchase_order.currency=EUR";
        assertThat(asked.err())
                .contains(
                        "Is the table customer now client, with the same columns?",
                        "NULL is none",
                        "The same without questions: " + flags);
        assertThat(second())
                .contains(
                        "op.renameTable(\"customer\", \"client\");",
                        "UPDATE client SET email = lower(full_name) WHERE email IS NULL",
                        "UPDATE purchase_order SET currency = 'EUR'");
    }

    /** The expression is typed by who sees the old names, and runs behind the renames. */
    @Test
    void aBackfillMaySpeakOfAColumnUnderItsOldName() throws IOException {
        generate("--no-proof");
        EditedEntities.compile(
                folder.resolve("classes"),
                CUSTOMER.replace("String fullName", "String wholeName")
                        .replace("String email", "@Column(nullable = false) String email"),
                ORDER);
        generate("--rename", "customer.full_name=whole_name", "--backfill", "customer.email=lower(full_name)");
        assertThat(second())
                .contains("UPDATE customer SET email = lower(whole_name) WHERE email IS NULL")
                .doesNotContain("possible-column-rename");
    }

    @Test
    void nothingIsAskedWhereNobodyIsOrWantsToBe() throws IOException {
        generate("--no-proof");
        EditedEntities.compile(folder.resolve("classes"), CUSTOMER.replace("fullName", "wholeName"), ORDER);
        for (Set<String> terminals : List.of(Set.of("out", "err"), Set.of("in", "err"), Set.of("in", "out"))) {
            silent(terminals, Map.of(), "--no-proof");
        }
        Set<String> all = Set.of("in", "out", "err");
        silent(all, Map.of("CI", "true"), "--no-proof");
        silent(all, Map.of(), "--no-input");
    }

    private void silent(Set<String> terminals, Map<String, String> more, String option) {
        Map<String, String> with = new HashMap<>(variables);
        with.putAll(more);
        Ran ran = Ran.answering(
                folder, with, terminals, "y\ny\n", "revision", "--autogenerate", "-m", "x", "--stdout", option);
        assertThat(ran.all()).doesNotContain("[y/N]").contains("--rename customer.full_name=whole_name");
    }

    /** The SQL in the entities' annotations is their author's: in the new words it follows, and in the old ones it is told what to write. */
    @Test
    void whatIsComputedFollowsANamingStrategy() throws IOException {
        Path classes = folder.resolve("classes");
        String entity = """
                @Entity @Table(name = "person", indexes = @Index(name = "full_ix", columnList = "fullName"), check = @CheckConstraint(name = "full_ck", constraint = "length(fullName) > 1"))
                public class Person {
                    @Id long id;
                    @Column(nullable = false) String fullName;
                    @org.hibernate.annotations.GeneratedColumn("upper(fullName)") String shoutedName;
                    @org.hibernate.annotations.Check(name = "len_ck", constraints = "length(fullName) < 100") String other;
                }
                """;
        EditedEntities.compile(classes, entity);
        generate(
                "--no-proof",
                "--hibernate",
                "hibernate.physical_naming_strategy=org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl");
        Ran stale = Ran.in(folder, variables, "revision", "--autogenerate", "-m", "edit", "--rename", "case-style");
        assertThat(stale.all())
                .contains(
                        "warning not-compared: the expression of generated column shouted_name of person could not be compared",
                        "The warning not-compared told of this.",
                        "fix: Write `full_name` there, as the column is called now");
        Files.delete(folder.resolve("db/shop/migrations/R0002_Edit.java"));
        EditedEntities.compile(classes, entity.replace("(fullName)", "(full_name)"));
        generate("--rename", "case-style");
        assertThat(second())
                .contains(
                        "op.renameColumn(\"person\", \"fullname\", \"full_name\");",
                        "op.renameColumn(\"person\", \"shoutedname\", \"shouted_name\");")
                .doesNotContain("dropColumn", "addCheck", "dropConstraint", "createIndex");
        run("check");
    }
}
