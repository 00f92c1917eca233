package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table has beside its entity: storage that the entity states is set, and what no entity can state is told where a revision touches the table. */
class KeptByTheModelTest {

    private static final String ENTITIES = """
            package shop;
            import jakarta.persistence.*;
            @Entity @Table(options = "with (fillfactor = %d)") public class Thing {
                @Id Long id;
                %s
            }
            @Entity class Kid { @Id Long id; %2$s }
            @Entity @Table(options = "partition by range (id)") class Split { @Id Long id; %2$s }
            """;

    @TempDir
    Path folder;

    private Ran on(Database database, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--url", Addresses.url(database)));
        Map<String, String> variables = new HashMap<>(TestProject.scratch());
        variables.putAll(Addresses.password(database));
        return Ran.in(folder, variables, all.toArray(String[]::new));
    }

    @Test
    void storageIsSetAndTheRestIsTold() throws IOException, SQLException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        TestEntities.compile(folder, "shop/Thing.java", ENTITIES.formatted(70, ""));
        Database database = TestServer.fresh();
        Ran first = on(database, "revision", "--autogenerate", "-m", "one", "--no-proof");
        assertThat(first.code()).as(first.all()).isZero();
        assertThat(first.all())
                .contains("no-partition public.split", "CREATE TABLE split_default PARTITION OF split DEFAULT");
        assertThat(on(database, "upgrade", "head", "--yes").code()).isZero();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    alter table kid inherit thing;
                    create table split_1 partition of split for values from (1) to (9);
                    create function f() returns trigger language plpgsql as 'begin return new; end';
                    create trigger audit before update on thing for each row execute function f();
                    create policy own on thing using (true);
                    alter table thing set (autovacuum_enabled = ON);
                    grant select on thing to public;
                    grant select (id) on split to public;
                    create function speaks() returns bigint language plpgsql as 'begin return (select count(*) from thing); end';
                    create function silent() returns bigint language plpgsql as 'begin return (select count(*) from things); end'""");
        }
        Ran quiet = on(database, "check");
        assertThat(quiet.code()).as(quiet.all()).isZero();

        TestEntities.compile(folder, "shop/Thing.java", ENTITIES.formatted(85, "Integer fresh;"));
        Ran second = on(database, "revision", "--autogenerate", "-m", "two", "--no-proof");
        assertThat(second.code()).as(second.all()).isZero();
        assertThat(second.all())
                .contains("unmanaged-inheritance public.thing, public.kid: thing has the child kid")
                .contains("unmanaged-partition", "unmanaged-trigger", "unmanaged-policy", "unmanaged-grant")
                .contains(
                        "split has grants on the column id to other roles",
                        "op.execute(\"GRANT SELECT (id) ON split TO PUBLIC\")")
                .contains("thing is spoken of by the function speaks(), which this leaves as it is")
                .doesNotContain("silent()");
        String text = Files.readString(folder.resolve("db/shop/migrations/R0002_Two.java"));
        assertThat(text)
                .contains("op.alterTable(\"thing\").with(\"fillfactor\", \"85\")")
                .contains("op.alterTable(\"thing\").with(\"fillfactor\", \"70\")")
                .doesNotContain("autovacuum", "addColumn(\"kid\"");
        Ran up = on(database, "upgrade", "head", "--yes");
        assertThat(up.code()).as(up.all()).isZero();
        Ran after = on(database, "check");
        assertThat(after.code()).as(after.all()).isZero();
        TestServer.drop(database);
    }
}
