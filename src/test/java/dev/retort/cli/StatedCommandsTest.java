package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.Psql;
import dev.retort.scenario.PgDump;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that compares or prints, with objects of every kind that the model states. */
class StatedCommandsTest {

    private static final String DOCUMENT = """
            <?xml version="1.0"?>
            <!DOCTYPE hibernate-mapping PUBLIC "-//Hibernate/Hibernate Mapping DTD 3.0//EN" "http://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd">
            <hibernate-mapping>
            %s
            </hibernate-mapping>
            """;

    private static final List<String> FIRST = List.of(
            "create schema if not exists tools",
            "create extension if not exists citext",
            "create extension \"uuid-ossp\" schema tools",
            "create function inner_code(a int) returns int immutable language sql return a",
            "create function code(a int) returns int immutable language sql as 'select inner_code(a)'",
            "create function touch() returns trigger as $$ begin new.note := ':note \\ ''x'''; return new; end $$ language plpgsql",
            "create procedure pay(inout amount numeric(5, 2)) language plpgsql as 'begin amount := 1; end'",
            "create trigger touched before update on Customer for each row when (new.id > 0) execute procedure touch()",
            "create policy own on Customer using (code(id::int) > 0)",
            "create rule kept as on delete to Customer where old.id = 0 do instead nothing",
            "create statistics both_of on id, note from Customer",
            "alter table Customer enable row level security",
            "create view coded as select id, code(id::int) as code from Customer",
            "comment on view coded is 'what'");

    @TempDir
    Path folder;

    private void model(List<String> creates) throws IOException {
        TestEntities.compile(folder, "shop/Customer.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity public class Customer {
                    @Id Long id;
                    String note;
                    @Column(columnDefinition = "citext") String word;
                    @Column(columnDefinition = "integer default code(1) check (code(level) > 0)") Integer level;
                }
                """);
        StringBuilder objects = new StringBuilder();
        for (String create : creates) {
            objects.append("<database-object><create><![CDATA[")
                    .append(create)
                    .append("]]></create><drop/></database-object>\n");
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

    private Ran well(Database database, String... args) {
        Ran ran = on(database, args);
        assertThat(ran.code()).as(String.join(" ", args) + "\n" + ran.all()).isZero();
        return ran;
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertSame(Database one, Database other) throws SQLException, IOException {
        try (Connection left = one.connect();
                Connection right = other.connect()) {
            Optional<Path> program = PgDump.program(left);
            if (program.isPresent()) {
                assertThat(PgDump.dump(program.get(), left)).isEqualTo(PgDump.dump(program.get(), right));
            }
        }
    }

    /** The same with functions that come anew, one that is replaced, and another trigger. */
    private static List<String> second() {
        List<String> second = new ArrayList<>(FIRST);
        second.replaceAll(
                sql -> sql.replace("inner_code(a int) returns int immutable", "inner_code(a int) returns int stable")
                        .replace(
                                "code(a int) returns int immutable language sql as",
                                "code(a bigint) returns bigint immutable language sql as")
                        .replace("inner_code(a)'", "inner_code(a::int)'")
                        .replace("new.id > 0", "new.id > 1"));
        return second;
    }

    @Test
    void allCommandsAgree() throws IOException, SQLException {
        TestProject.write(folder, folder.resolve("classes"), "shop\", \"objects.hbm.xml");
        Database online = TestServer.fresh();
        Database offline = TestServer.fresh();
        model(FIRST);
        well(online, "revision", "--autogenerate", "-m", "one");
        well(online, "upgrade", "head", "--yes");
        model(second());
        well(online, "revision", "--autogenerate", "-m", "two");
        well(online, "upgrade", "head", "--yes");
        Psql.run(offline, well(offline, "upgrade", "head", "--sql").out());
        assertSame(online, offline);
        well(offline, "check");
        well(offline, "drift");
        assertThat(well(online, "diff", "--from", "revisions", "--to", "model").all())
                .contains("No differences");
        well(online, "verify");
        Psql.run(offline, well(offline, "downgrade", "head:base", "--sql").out());
        well(online, "downgrade", "base", "--yes");
        assertSame(online, offline);

        well(online, "upgrade", "head", "--yes");
        execute(
                online,
                "drop policy own on customer; alter table customer disable row level security; drop rule kept on customer;"
                        + " create or replace function touch() returns trigger language plpgsql as 'begin return new; end';"
                        + " drop statistics both_of; drop extension \"uuid-ossp\"; create extension hstore;"
                        + " create function mine() returns int language sql return 1");
        assertThat(on(online, "drift").out().lines())
                .contains(
                        "drop policy own on customer",
                        "drop row security on customer",
                        "drop rule kept on customer",
                        "replace function touch()",
                        "drop statistics both_of on customer",
                        "drop extension uuid-ossp")
                .filteredOn(line -> !line.startsWith(" ") && !line.startsWith("warning "))
                .hasSize(6);
        TestServer.drop(online);
        TestServer.drop(offline);
    }

    @Test
    void whatIsSyncedIsWhatTheRevisionMakes() throws IOException, SQLException {
        TestProject.write(folder, folder.resolve("classes"), "shop\", \"objects.hbm.xml");
        Database synced = TestServer.fresh();
        Database other = TestServer.fresh();
        model(FIRST);
        Ran would = on(synced, "sync", "--check");
        assertThat(would.code()).isEqualTo(1);
        assertThat(would.out())
                .contains("would create extension citext", "would create row security on customer")
                .doesNotContain("left ");
        well(synced, "sync");
        assertThat(on(synced, "sync", "--check").all()).contains("lacks nothing");
        well(other, "revision", "--autogenerate", "-m", "one");
        well(synced, "drift", "head");
        well(synced, "stamp", "head");
        // A function under the name of one that has to go is no addition.
        model(second());
        assertThat(on(synced, "sync", "--check").all())
                .contains("left drop function code(a integer)", "left create function code(a bigint)")
                .contains("left replace function inner_code(a integer)", "left create trigger touched on customer")
                .doesNotContain("would ");
        TestServer.drop(synced);
        TestServer.drop(other);
    }
}
