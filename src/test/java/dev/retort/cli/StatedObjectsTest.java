package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions and triggers that the model states by their SQL: created, compared as the server prints them, replaced and dropped, and back again. */
class StatedObjectsTest {

    private static final String DOCUMENT = """
            <?xml version="1.0"?>
            <!DOCTYPE hibernate-mapping PUBLIC "-//Hibernate/Hibernate Mapping DTD 3.0//EN" "http://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd">
            <hibernate-mapping>
            %s
            </hibernate-mapping>
            """;

    private static final String FUNCTION = """
            create or replace function touch() returns trigger as $$
            begin
                new.note := 'it''s "%s" \\\\ ok';
                return new;
            end $$ language plpgsql""";

    private static final String TRIGGER =
            "create trigger touched before %s on Customer for each row when (new.id > 0) execute procedure touch();";

    private static final String CODE =
            "create function code(a int, b varchar = 'x') returns %s immutable language sql as 'select inner_code(a)'";

    private static final List<String> OTHERS = List.of(
            "create function inner_code(a int) returns int immutable language sql return a",
            "create function everybody() returns setof customer stable language sql as 'select * from customer'",
            "create domain positive as integer check (code(value) > 0)",
            "create policy own on customer as restrictive for select to public using (note <> '' and id > 0)",
            "create rule kept as on delete to customer where old.id = 0 do instead nothing",
            "create statistics both_of on id, note from customer",
            "create procedure pay(inout amount numeric(5, 2)) language plpgsql as 'begin amount := 1; end'");

    @TempDir
    Path folder;

    private static String object(String create) {
        return "<database-object><create><![CDATA[" + create + "]]></create><drop/></database-object>\n";
    }

    private static List<String> with(String... more) {
        List<String> all = new ArrayList<>(OTHERS);
        all.addAll(List.of(more));
        return all;
    }

    private void model(String entity, List<String> creates) throws IOException {
        TestEntities.compile(folder, "shop/Customer.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity public class Customer {
                    @Id Long id;
                    String note;
                    @Column(columnDefinition = "positive default 1") Integer level;
                    %s
                }
                """.formatted(entity));
        StringBuilder objects = new StringBuilder();
        for (String create : creates) {
            objects.append(object(create));
        }
        Files.writeString(folder.resolve("classes/objects.hbm.xml"), DOCUMENT.formatted(objects));
    }

    private Ran on(Database database, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--url", Addresses.url(database)));
        Map<String, String> variables = new HashMap<>(TestProject.scratch());
        variables.putAll(Addresses.password(database));
        return Ran.in(folder, variables, all.toArray(String[]::new));
    }

    private String revision(Database database, String file, String message) throws IOException {
        Ran revision = on(database, "revision", "--autogenerate", "-m", message);
        assertThat(revision.code()).as(revision.all()).isZero();
        Ran up = on(database, "upgrade", "head", "--yes");
        assertThat(up.code()).as(up.all()).isZero();
        Ran quiet = on(database, "check");
        assertThat(quiet.code()).as(quiet.all()).isZero();
        return Files.readString(folder.resolve("db/shop/migrations/" + file));
    }

    private static List<String> objects(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select proname || ' ' || prorettype::regtype || ' ' || prosrc from pg_proc where pronamespace = 'public'::regnamespace
                        union all select polname || ' ' || pg_get_expr(polqual, polrelid) from pg_policy
                        union all select pg_get_ruledef(oid) from pg_rewrite where rulename = 'kept'
                        union all select pg_get_statisticsobjdef(oid) from pg_statistic_ext
                        union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order by 1""")) {
            List<String> objects = new ArrayList<>();
            while (rows.next()) {
                objects.add(rows.getString(1));
            }
            return objects;
        }
    }

    @Test
    void aFunctionAndATriggerLive() throws IOException, SQLException {
        TestProject.write(folder, folder.resolve("classes"), "shop\", \"objects.hbm.xml");
        Database database = TestServer.fresh();
        model("", with(FUNCTION.formatted("one"), TRIGGER.formatted("update"), CODE.formatted("integer")));
        String first = revision(database, "R0001_One.java", "one");
        List<String> one = objects(database);
        assertThat(one).hasSize(9);

        model(
                "String fresh; @Column(columnDefinition = \"integer default code(1) check (fresher >= code(1))\") Integer fresher;",
                with(FUNCTION.formatted("two"), TRIGGER.formatted("update or insert"), CODE.formatted("bigint")));
        String second = revision(database, "R0002_Two.java", "two");
        List<String> two = objects(database);

        model("", List.of(OTHERS.get(0), OTHERS.get(2), CODE.formatted("bigint")));
        String third = revision(database, "R0003_Three.java", "three");
        assertThat(objects(database)).hasSize(2);

        assertThat(on(database, "downgrade", "-1", "--yes").code()).isZero();
        assertThat(objects(database)).isEqualTo(two);
        assertThat(on(database, "downgrade", "-1", "--yes").code()).isZero();
        assertThat(objects(database)).isEqualTo(one);
        Ran back = on(database, "downgrade", "base", "--yes");
        assertThat(back.code()).as(back.all()).isZero();
        assertThat(objects(database)).isEmpty();
        TestServer.drop(database);
    }
}
