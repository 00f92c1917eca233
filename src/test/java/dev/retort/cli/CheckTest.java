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
    void aPartOfItShowsNothingEither() {
        for (String namespaces : List.of("warehouse", "public", "public,warehouse")) {
            Ran ran = run("check", "--schemas", namespaces);
            assertThat(ran.out()).as(namespaces).isEmpty();
            assertThat(ran.code()).as(ran.all()).isZero();
        }
    }

    @Test
    void whatIsNobodysCountsWhereThatIsAsked() {
        sql("CREATE TABLE stranger (id int)");
        Ran listed = run("check");
        assertThat(listed.code()).as(listed.all()).isZero();
        assertThat(listed.err()).contains("unmanaged-table public.stranger");
        Ran strict = run("check", "--strict");
        assertThat(strict.code()).as(strict.all()).isEqualTo(1);
        assertThat(strict.out() + strict.err()).contains("unmanaged-table public.stranger");
    }

    /** Each of 21 changes by hand is one line; a column under another name is two, and the question whether it is one. */
    @Test
    void eachDriftIsToldOnce() {
        sql(
                "ALTER TABLE brand ALTER COLUMN name TYPE varchar(60)",
                "ALTER TABLE payment ALTER COLUMN scheme TYPE integer",
                "ALTER TABLE brand ALTER COLUMN website SET NOT NULL",
                "ALTER TABLE customer_address ALTER COLUMN city DROP NOT NULL",
                "ALTER TABLE category ALTER COLUMN sort_order SET DEFAULT 5",
                "ALTER TABLE digital_product ALTER COLUMN max_downloads DROP DEFAULT",
                "ALTER TABLE order_line DROP CONSTRAINT order_line_quantity_range,"
                        + " ADD CONSTRAINT order_line_quantity_range CHECK (quantity BETWEEN 1 AND 99)",
                "ALTER TABLE customer DROP CONSTRAINT customer_status_check,"
                        + " ADD CONSTRAINT customer_status_check CHECK (status IN ('ACTIVE', 'BLOCKED'))",
                anotherKey("customer_phone", "customer", "ON DELETE RESTRICT"),
                anotherKey("orders", "customer", "ON DELETE SET NULL"),
                "DROP INDEX orders_customer_newest_idx",
                "CREATE INDEX orders_customer_newest_idx ON orders (customer_id, placed_at)",
                "DROP INDEX customer_name_idx",
                "CREATE INDEX customer_name_idx ON customer (first_name, last_name)",
                "CREATE INDEX extra_idx ON brand (country)",
                "ALTER TABLE category DROP CONSTRAINT category_slug_key",
                "ALTER SEQUENCE orders_seq INCREMENT BY 10",
                "ALTER TABLE voucher RENAME COLUMN off TO reduction",
                "CREATE TABLE extra_table (id int PRIMARY KEY)",
                "ALTER TABLE review ADD COLUMN extra_col text",
                "ALTER TYPE orderstatus ADD VALUE 'LOST_AT_SEA'",
                "COMMENT ON TABLE brand IS 'drifted'",
                "DROP INDEX product_search_idx");
        Ran ran = run("check");
        assertThat(ran.out().lines().takeWhile(line -> !line.matches("(error|warning) .*")))
                .containsExactly(
                        "drop index extra_idx  (Brand.country)",
                        "rebuild enum orderstatus  (Order.status)",
                        "put back cast from character varying to orderstatus  (Order.status)",
                        "put back cast from orderstatus to character varying  (Order.status)",
                        "add column voucher.off  (Voucher.reduction)",
                        "alter column brand.name: type character varying(120), was type character varying(60)  (Brand.name)",
                        "alter column brand.website: nullable, was not null  (Brand.website)",
                        "alter column category.sort_order: default 0, was default 5  (Category.sortOrder)",
                        "alter column customer_address.city: not null, was nullable  (CustomerAddress.address.city)",
                        "alter column digital_product.max_downloads: default 3, was no default  (DigitalProduct.maxDownloads)",
                        "alter column payment.scheme: type smallint, was type integer  (CardPayment.scheme)",
                        "alter sequence orders_seq: increment 50, was increment 10  (Order.id)",
                        "add unique category_slug_key (slug) on category  (Category.slug)",
                        "change check customer_status_check on customer  (Customer.status)",
                        "  from CHECK (status IN ('ACTIVE', 'BLOCKED'))",
                        "  to   CHECK (status in ('ACTIVE','BLOCKED','CLOSED'))",
                        "change check order_line_quantity_range on order_line  (OrderLine.quantity)",
                        "  from CHECK (quantity >= 1 AND quantity <= 99)",
                        "  to   CHECK (quantity between 1 and 999)",
                        "change index customer_name_idx on customer  (Customer.lastName, firstName)",
                        "  from btree (first_name, last_name)",
                        "  to   btree (last_name, first_name)",
                        "change index orders_customer_newest_idx on orders  (Order.customer, placedAt)",
                        "  from btree (customer_id, placed_at)",
                        "  to   btree (customer_id, placed_at DESC)",
                        "create index product_search_idx on product  (Product.name)",
                        "change foreign key fkni7c19gxj6a4t4eu60khpbi9u on customer_phone  (Customer.phones)",
                        "  from FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT",
                        "  to   FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE",
                        "change foreign key fk624gtjin3po807j3vix093tlf on orders  (Order.customer)",
                        "  from FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE SET NULL",
                        "  to   FOREIGN KEY (customer_id) REFERENCES customer (id)",
                        "drop column review.extra_col  (Review)",
                        "drop column voucher.reduction  (Voucher)",
                        "put back view customer_turnover  (CustomerTurnover)",
                        "drop comment on table brand  (Brand)");
        assertThat(ran.err()).containsOnlyOnce("extra_table is in neither").contains("21 differences");
        // Once by itself, and once before what would fill the column if it were new.
        assertThat(ran.out())
                .containsOnlyOnce("fix: --rename voucher.reduction=off")
                .containsOnlyOnce("run again with `--rename voucher.reduction=off`")
                .doesNotContain("ordinal-enum-changed");
        assertThat(ran.code()).isEqualTo(1);
    }

    /** Makes the foreign key from one table to another anew, with other actions and the same name. */
    private static String anotherKey(String table, String target, String actions) {
        return """
                DO $$ DECLARE k record; BEGIN
                    SELECT conname, a.attname INTO STRICT k FROM pg_constraint
                        JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1]
                        WHERE contype = 'f' AND conrelid = '%1$s'::regclass AND confrelid = '%2$s'::regclass;
                    EXECUTE format('ALTER TABLE %1$s DROP CONSTRAINT %%1$I,'
                        || ' ADD CONSTRAINT %%1$I FOREIGN KEY (%%2$I) REFERENCES %2$s %3$s', k.conname, k.attname);
                END $$""".formatted(table, target, actions);
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
        assertThat(run("check", "--format", "sql").out())
                .contains("ALTER TABLE brand DROP COLUMN extra;", "ALTER TABLE product ADD COLUMN description");
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

    /** What is misspelt shows where nothing differs, as it will not be looked at where something does. */
    @Test
    void whatIsMisspeltIsNotPassedOver() {
        Ran rule = run("check", "--accept", "duplicate-constrain");
        assertThat(rule.code()).isEqualTo(2);
        assertThat(rule.err()).contains("Did you mean --accept duplicate-constraint?");
        Ran schema = run("check", "--schemas", "wearhouse");
        assertThat(schema.code()).isEqualTo(2);
        assertThat(schema.err()).contains("nothing to compare in --schemas wearhouse", "the entities name");
        Ran nothing = run("check", "--classpath", "");
        assertThat(nothing.code()).as(nothing.all()).isNotZero();
        assertThat(nothing.err()).contains("The class path is empty").doesNotContain("bug");
        variables.put("RETORT_ENTITES", "shop");
        variables.put("RETORT_SOMETHING_OF_OURS", "x");
        assertThat(run("check").err())
                .contains("RETORT_ENTITES is not read", "Did you mean RETORT_ENTITIES?")
                .doesNotContain("OF_OURS");
    }

    @Test
    void entitiesInNoNamedPackageAreNamed() throws IOException {
        TestEntities.compile(folder, "com/acme/shop/Own.java", """
                package com.acme.shop;
                import jakarta.persistence.*;
                @Entity public class Own { @Id Long id; }
                """);
        TestEntities.compile(folder, "com/acme/shoplift/Stolen.java", """
                package com.acme.shoplift;
                import jakarta.persistence.*;
                @Entity public class Stolen { @Id Long id; static class Helper {} }
                """);
        String path = folder.resolve("classes").toString();
        assertThat(run("check", "--classpath", path).err())
                .contains("1 entity on the class path is in no package of the key entities, and not compared:"
                        + " com.acme.shoplift.Stolen. Add com.acme.shoplift to entities")
                .doesNotContain("Helper");
        assertThat(run("check", "--classpath", path, "--entities", "com.acme").err())
                .doesNotContain("not compared:");
        assertThat(run("check", "--classpath", path, "--entities", "com.acme.shop.Own")
                        .err())
                .doesNotContain("not compared:");
    }
}
