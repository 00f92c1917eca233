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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extensions, row level security and comments that the model states by their SQL: made, compared, dropped, and back again. */
class StatedStatesTest {

    private static final String DOCUMENT = """
            <?xml version="1.0"?>
            <!DOCTYPE hibernate-mapping PUBLIC "-//Hibernate/Hibernate Mapping DTD 3.0//EN" "http://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd">
            <hibernate-mapping>
            %s
            </hibernate-mapping>
            """;

    private static final String POLICY = "create policy own on Customer using (note = current_user)";

    @TempDir
    Path folder;

    private void model(String entity, String... creates) throws IOException {
        TestEntities.compile(folder, "shop/Customer.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity public class Customer {
                    @Id Long id;
                    String note;
                    %s
                }
                """.formatted(entity));
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

    private String revision(Database database, String file, String message) throws IOException {
        Ran revision = on(database, "revision", "--autogenerate", "-m", message);
        assertThat(revision.code()).as(revision.all()).isZero();
        Ran up = on(database, "upgrade", "head", "--yes");
        assertThat(up.code()).as(up.all()).isZero();
        Ran quiet = on(database, "check");
        assertThat(quiet.code()).as(quiet.all()).isZero();
        String text = Files.readString(folder.resolve("db/shop/migrations/" + file));
        return text;
    }

    private static List<String> states(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select extname || ' ' || extnamespace::regnamespace from pg_extension where extname <> 'plpgsql'
                        union all select relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity from pg_class where relname = 'customer'
                        union all select polname from pg_policy order by 1""")) {
            List<String> states = new ArrayList<>();
            while (rows.next()) {
                states.add(rows.getString(1));
            }
            return states;
        }
    }

    @Test
    void extensionsAndRowSecurityLive() throws IOException, SQLException {
        TestProject.write(folder, folder.resolve("classes"), "shop\", \"objects.hbm.xml");
        Database database = TestServer.fresh();
        model("");
        revision(database, "R0001_One.java", "one");
        List<String> one = states(database);

        model(
                """
                @Column(columnDefinition = "citext default 'a'::citext check (word <> '')") String word;
                @Column(columnDefinition = "uuid default tools.uuid_generate_v4()") java.util.UUID code;
                """,
                "create extension citext",
                "create extension if not exists \"uuid-ossp\" schema tools",
                "create schema if not exists tools",
                "alter table Customer enable row level security; alter table Customer force row level security;",
                POLICY,
                "create index words on Customer using gin (note gin_trgm_ops)",
                "CREATE EXTENSION IF NOT EXISTS pg_trgm WITH VERSION '1.6'",
                "comment on table Customer is 'those who ''buy'''",
                "comment on column Customer.note is 'whatever'",
                "comment on index words is 'by parts'");
        String second = revision(database, "R0002_Two.java", "two");
        List<String> two = states(database);
        assertThat(two).contains("customer true true", "citext public", "uuid-ossp tools", "pg_trgm public", "own");

        model("", "alter table Customer enable row level security", POLICY, "create extension pg_trgm");
        revision(database, "R0003_Three.java", "three");

        assertThat(on(database, "downgrade", "-1", "--yes").code()).isZero();
        assertThat(states(database)).isEqualTo(two);
        Ran back = on(database, "downgrade", "-1", "--yes");
        assertThat(back.code()).as(back.all()).isZero();
        assertThat(states(database)).isEqualTo(one);
        TestServer.drop(database);
    }

    @Test
    void whatIsNoObjectSaysWhy() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop\", \"objects.hbm.xml");
        Database database = TestServer.fresh();
        model(
                "",
                "insert into Customer values (1, 'a')",
                "grant select on Customer to public",
                "comment on function now() is 'x'",
                "comment on table nowhere is 'x'",
                "create text search parser words (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype)",
                "create publication everything for all tables",
                "create event trigger kept on sql_drop execute function watch()",
                "alter text search configuration nowhere drop mapping for word",
                "alter table Customer disable row level security");
        String said = on(database, "diff", "--from", "database", "--to", "model", "-v")
                .all()
                .replaceAll("\\s+", " ");
        assertThat(said)
                .contains("insert into Customer values (1, 'a')", "it works on rows, which are never compared")
                .contains("it is of the whole database or server", "who may do what is not managed")
                .contains("it changes what another statement made")
                .contains("the comment is on something that the model does not state")
                .contains("Retort reads no definition of such an object to compare it with")
                .contains("nothing switches it off");
        TestServer.drop(database);
    }

    @Test
    void anExtensionThatNobodyStates() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop\", \"objects.hbm.xml");
        Database database = TestServer.fresh();
        String entity = "@Column(columnDefinition = \"citext\") String word;";
        model(entity);
        Ran failed = on(database, "revision", "--autogenerate", "-m", "one");
        assertThat(failed.all())
                .contains("warning unknown-type public.customer.word")
                .contains("type \"citext\" does not exist");
        Matcher cure = Pattern.compile("or write `(op\\.execute\\([^`]*\\))`").matcher(failed.all());
        assertThat(cure.find()).isTrue();
        Path file = folder.resolve("db/shop/migrations/R0001_One.java");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("upgrade(Operations op) {", "upgrade(Operations op) {\n        " + cure.group(1) + ";")
                        .replaceAll("\"proof-failed\", |, \"proof-failed\"", ""));
        Ran verified = on(database, "verify");
        assertThat(verified.code()).as(verified.all()).isZero();
        Ran up = on(database, "upgrade", "head");
        assertThat(up.code()).as(up.all()).isZero();
        assertThat(on(database, "check").code()).isZero();

        model(
                entity,
                "create extension if not exists citext version '1.5' schema tools",
                "create schema if not exists tools");
        assertThat(on(database, "diff", "--from", "database", "--to", "model").all())
                .contains("the extension citext is there as version ")
                .contains(" in schema public, and the model states version '1.5' in schema tools")
                .contains("`op.execute(\"ALTER EXTENSION citext UPDATE TO '1.5'\")`")
                .contains("`op.execute(\"ALTER EXTENSION citext SET SCHEMA tools\")`");
        TestServer.drop(database);
    }
}
