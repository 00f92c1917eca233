package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.Psql;
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

/** Aggregates, operators, collations, ranges, casts and text search that the model states by their SQL: made, compared, made anew and dropped, and back. */
class StatedDefinitionsTest {

    private static final String DOCUMENT = """
            <?xml version="1.0"?>
            <!DOCTYPE hibernate-mapping PUBLIC "-//Hibernate/Hibernate Mapping DTD 3.0//EN" "http://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd">
            <hibernate-mapping>
            %s
            </hibernate-mapping>
            """;

    private static final List<String> FIRST = List.of(
            "create type color as enum ('a', 'b')",
            "create function joined(a text, b varchar) returns text immutable language sql as 'select a || b'",
            "create or replace aggregate whole(varchar) (sfunc = joined, stype = text, initcond = 'it''s')",
            "create aggregate counted(*) (sfunc = int8inc, stype = int8, initcond = '0', parallel = safe)",
            "create aggregate share(float8 order by float8) (sfunc = float8_accum, stype = float8[], initcond = '{0,0,0}')",
            "create function alike(a text, b text) returns boolean immutable language sql as 'select lower(a) = lower(b)'",
            "create operator === (leftarg = text, rightarg = text, procedure = alike, commutator = ===, negator = !==, restrict = eqsel)",
            "create function unlike(a text, b text) returns bool immutable language sql as 'select not a === b'",
            "create operator !== (leftarg = text, rightarg = text, function = unlike, join = neqjoinsel)",
            "create collation german (provider = icu, locale = 'de-DE')",
            "create collation \"No Case\" (locale = 'und-u-ks-level2', provider = icu, deterministic = false)",
            "create collation plain from \"C\"",
            "create function apart(a float8, b float8) returns float8 immutable language sql as 'select a - b'",
            "create type span as range (subtype = float8, subtype_diff = apart)",
            "create type colors as range (subtype = color, multirange_type_name = manycolors)",
            "create function low(a span) returns float8 immutable language sql as 'select lower(a)'",
            "create function number(a color) returns int immutable language sql as 'select length(a::text)'",
            "create cast (color as int) with function number(color) as assignment",
            "create cast (color as bigint) with inout",
            "create text search dictionary nouns (template = snowball, language = german, stopwords = german)",
            "create text search configuration words (copy = german)",
            "alter text search configuration words alter mapping for asciiword, word with nouns, simple",
            "create index words on Customer using gin (to_tsvector('words', note))",
            "create extension tcn",
            "create function touch() returns trigger language plpgsql as 'begin return new; end'",
            "create procedure pay(inout amount numeric(5, 2), note text default 'x') language plpgsql as 'begin amount := 1; end'",
            "create trigger touched before update on Customer for each row execute procedure touch()",
            "create policy own on Customer using (id > 0)",
            "create rule kept as on delete to Customer where old.id = 0 do instead nothing",
            "create statistics both_of on id, note from Customer",
            "comment on function joined is 'joins ''a'' \\ b'",
            "comment on procedure pay(numeric, text) is 'pays'",
            "comment on aggregate whole(varchar) is 'all'",
            "comment on aggregate counted(*) is 'how many'",
            "comment on operator === (text, text) is 'alike'",
            "comment on collation \"No Case\" is 'any case'",
            "comment on type span is 'from, to'",
            "comment on cast (color as integer) is 'by number'",
            "comment on text search dictionary nouns is 'nouns'",
            "comment on text search configuration words is 'words'",
            "comment on extension tcn is 'tells'",
            "comment on trigger touched on Customer is 'touches'",
            "comment on policy own on customer is 'owns'",
            "comment on rule kept on Customer is 'keeps'",
            "comment on statistics both_of is 'both'",
            "create view everything as select whole(note) as w, count(*) filter (where note === 'a') as n from Customer");

    private static final String ENTITY = """
            @Column(columnDefinition = "span default '[1,2)'") String span;
            @Column(columnDefinition = "text collate german check (low('[1,2)') > 0 and word === word)") String word;
            """;

    /** The same with each made anew, for itself or for what it names. */
    private static List<String> second() {
        List<String> second = new ArrayList<>(FIRST);
        second.replaceAll(sql -> sql.replace("joined(a text, b varchar)", "joined(a text, c varchar)")
                .replace("a || b", "a || c")
                .replace("'{0,0,0}'", "'{0,0,1}'")
                .replace("alike(a text, b text) returns boolean", "alike(a text, other text) returns boolean")
                .replace("lower(b)", "lower(other)")
                .replace("level2", "level1")
                .replace("manycolors", "colorful")
                .replace("as assignment", "as implicit")
                .replace("with inout", "with inout as assignment")
                .replace("stopwords = german", "stopwords = english")
                .replace("'both'", "'two of them'")
                .replace("'how many'", "'how many rows'")
                .replace("'any case'", "'no case'")
                .replace("for asciiword, word with nouns, simple", "for asciiword with nouns"));
        second.removeIf(sql -> sql.startsWith("comment on rule") || sql.startsWith("comment on aggregate whole"));
        return second;
    }

    @TempDir
    Path folder;

    private void model(String entity, List<String> creates) throws IOException {
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

    private void revision(Database database, String message) throws IOException {
        Ran revision = on(database, "revision", "--autogenerate", "-m", message);
        assertThat(revision.code()).as(revision.all()).isZero();
        Ran up = on(database, "upgrade", "head", "--yes");
        assertThat(up.code()).as(up.all()).isZero();
        Ran quiet = on(database, "check");
        assertThat(quiet.code()).as(quiet.all()).isZero();
    }

    private static List<String> objects(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select p.oid::regprocedure || ' ' || prosrc || coalesce(agginitval, '')
                          from pg_proc p left join pg_aggregate on aggfnoid = p.oid where pronamespace = 'public'::regnamespace
                        union all select format('%s %s %s %s', oprname, oprcode, oprcom::regoperator, oprnegate::regoperator)
                          from pg_operator where oid >= 16384
                        union all select collname from pg_collation where oid >= 16384
                        union all select format('%s %s %s %s', rngtypid::regtype, rngsubtype::regtype, rngsubdiff, rngmultitypid::regtype)
                          from pg_range where rngtypid >= 16384
                        union all select format('%s %s %s', castsource::regtype, casttarget::regtype, castmethod) from pg_cast where oid >= 16384
                        union all select dictname || ' ' || dictinitoption from pg_ts_dict where oid >= 16384
                        union all select c.cfgname || ' ' || count(*) || ' ' || count(distinct mapdict)
                          from pg_ts_config c join pg_ts_config_map on mapcfg = c.oid where c.oid >= 16384 group by c.cfgname
                        union all select pg_describe_object(classoid, objoid, objsubid) || ': ' || description
                          from pg_description where objoid >= 16384
                        order by 1""")) {
            List<String> objects = new ArrayList<>();
            while (rows.next()) {
                objects.add(rows.getString(1));
            }
            return objects;
        }
    }

    @Test
    void allCommandsAgree() throws IOException, SQLException {
        TestProject.write(folder, folder.resolve("classes"), "shop\", \"objects.hbm.xml");
        Database online = TestServer.fresh();
        Database offline = TestServer.fresh();
        Database synced = TestServer.fresh();
        model(ENTITY, FIRST);
        assertThat(on(synced, "sync").code()).isZero();
        assertThat(on(synced, "sync", "--check").all()).contains("lacks nothing");
        revision(online, "one");
        model(ENTITY, second());
        revision(online, "two");
        Psql.run(offline, on(offline, "upgrade", "head", "--sql").out());
        assertThat(objects(offline)).isEqualTo(objects(online));
        for (String command : List.of("check", "drift", "verify")) {
            Ran ran = on(offline, command);
            assertThat(ran.code()).as(ran.all()).isZero();
        }
        assertThat(on(online, "diff", "--from", "revisions", "--to", "model").all())
                .contains("No differences");
        try (Connection connection = online.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    drop cast (color as integer); drop collation plain; drop aggregate counted(*); comment on type span is 'other';
                    alter text search configuration words drop mapping for url; drop operator !== (text, text);
                    create collation mine from "C"; create operator +! (rightarg = integer, function = int4um)""");
        }
        assertThat(on(online, "drift").out().lines())
                .contains(
                        "drop cast (public.color as integer)",
                        "drop collation plain",
                        "drop aggregate counted()",
                        "set comment on type span",
                        "drop text search configuration words",
                        "drop operator !==(text, text)")
                .noneMatch(line -> !line.startsWith("warning ") && (line.contains("mine") || line.contains("+!")));
        Psql.run(offline, on(offline, "downgrade", "head:base", "--sql").out());
        assertThat(objects(offline)).isEmpty();
        List.of(online, offline, synced).forEach(TestServer::drop);
    }

    @Test
    void definitionsLive() throws IOException, SQLException {
        TestProject.write(folder, folder.resolve("classes"), "shop\", \"objects.hbm.xml");
        Database database = TestServer.fresh();
        model("", List.of());
        revision(database, "zero");
        assertThat(objects(database)).isEmpty();

        model(ENTITY, FIRST);
        revision(database, "one");
        List<String> one = objects(database);
        assertThat(one.stream().filter(line -> line.contains(": "))).hasSize(15);

        model(ENTITY, second());
        revision(database, "two");
        List<String> two = objects(database);

        model("", List.of());
        revision(database, "three");
        assertThat(objects(database)).isEmpty();

        for (List<String> before : List.of(two, one, List.<String>of())) {
            Ran back = on(database, "downgrade", "-1", "--yes");
            assertThat(back.code()).as(back.all()).isZero();
            assertThat(objects(database)).isEqualTo(before);
        }
        TestServer.drop(database);
    }

    @Test
    void whatTakesOtherArgumentsWithItsFunctionGoesByThem() throws IOException, SQLException {
        TestProject.write(folder, folder.resolve("classes"), "shop\", \"objects.hbm.xml");
        Database database = TestServer.fresh();
        List<String> narrow = List.of(
                "create function addp(int, int) returns int language sql immutable return $1 + $2",
                "create operator <+> (leftarg = int, rightarg = int, function = addp)",
                "create aggregate total(int) (sfunc = addp, stype = int)",
                "create function twice(a int) returns int language sql immutable as 'select a * 2'",
                "create view doubled as select twice(id::int4) as twice from Customer");
        model("", narrow);
        revision(database, "narrow");
        List<String> before = objects(database);

        List<String> wide = new ArrayList<>(narrow);
        wide.replaceAll(sql -> sql.replaceAll("\\bint\\b", "bigint"));
        wide.set(3, narrow.get(3).replace("a int", "a int, b int default 0"));
        model("@Column(columnDefinition = \"bigint default 2::bigint <+> 3::bigint\") Long sum;", wide);
        Ran revision = on(database, "revision", "--autogenerate", "-m", "wide");
        assertThat(revision.code()).as(revision.all()).isZero();
        assertThat(revision.all())
                .contains("create operator <+>(bigint, bigint)", "create aggregate total(bigint)")
                .doesNotContain("not-compared");
        Ran up = on(database, "upgrade", "head", "--yes");
        assertThat(up.code()).as(up.all()).isZero();
        Ran again = on(database, "diff");
        assertThat(again.all()).contains("No differences").doesNotContain("not-compared");

        Ran down = on(database, "downgrade", "-1", "--yes");
        assertThat(down.code()).as(down.all()).isZero();
        assertThat(objects(database)).isEqualTo(before);
        TestServer.drop(database);
    }
}
