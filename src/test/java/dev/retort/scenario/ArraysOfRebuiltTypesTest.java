package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays whose elements' type is made anew keep their shape, whatever it is, and each element becomes of the new type by the names of its parts. */
class ArraysOfRebuiltTypesTest {

    private static final Scope ALL = new Scope(null, List.of(), List.of(), Set.of());

    private ScenarioDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new ScenarioDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "NONE", quoteCharacter = '`', textBlock = """
                    CREATE TYPE part AS (a text, b text)|CREATE TYPE part AS (b text, a text)|{"(1,2)",NULL,"(,)"}|{"(2,1)",NULL,"(,)"}
                    CREATE TYPE part AS (a text, b text)|CREATE TYPE part AS (b text, a text)|{{"(1,2)"},{"(3,4)"}}|{{"(2,1)"},{"(4,3)"}}
                    CREATE TYPE part AS (a text, b text)|CREATE TYPE part AS (b text, a text)|[0:1]={"(1,2)","(3,)"}|[0:1]={"(2,1)","(,3)"}
                    CREATE TYPE part AS (a text, b text)|CREATE TYPE part AS (b text, a text)|[-1:-1][2:3][5:5]={{{"(1,2)"},{"(3,4)"}}}|[-1:-1][2:3][5:5]={{{"(2,1)"},{"(4,3)"}}}
                    CREATE TYPE part AS (a text, b text)|CREATE TYPE part AS (b text, a text)|{{"(%s,\\"x,\\"\\"\\\\\\\\{}\\")",NULL}}|{{"(\\"x,\\"\\"\\\\\\\\{}\\",%s)",NULL}}
                    CREATE TYPE part AS (a text, b text)|CREATE TYPE part AS (b text, a text)|{}|{}
                    CREATE TYPE part AS (a text, b text)|CREATE TYPE part AS (b text, a text)|NONE|NONE
                    CREATE TYPE one AS (a text, b text); CREATE TYPE part AS (p one[])|CREATE TYPE one AS (b text, a text); CREATE TYPE part AS (p one[])|{{"(\\"{{\\"\\"(1,2)\\"\\"}}\\")"}}|{{"(\\"{{\\"\\"(2,1)\\"\\"}}\\")"}}
                    CREATE TYPE one AS (a text, b text); CREATE DOMAIN part AS one[]|CREATE TYPE one AS (b text, a text); CREATE DOMAIN part AS one[]|{{"{\\"(1,2)\\"}",NULL}}|{{"{\\"(2,1)\\"}",NULL}}
                    CREATE DOMAIN part AS numeric(9,4)|CREATE DOMAIN part AS numeric(9,1)|{{1.2500,NULL},{2,3}}|{{1.3,NULL},{2.0,3.0}}
                    CREATE DOMAIN part AS polygon|CREATE DOMAIN part AS box|{{"((0,0),(1,1))"},{NULL}}|{{(1,1),(0,0)};{NULL}}
                    """)
    void keepTheirShape(String from, String to, String is, String shall) throws SQLException {
        String table = "; CREATE TABLE t (id int PRIMARY KEY, p part[])";
        database.load(to + table);
        Schema wanted = database.read(ALL);
        database.load(from + table);
        Schema there = database.read(ALL);
        Difference up = SchemaDiffer.diff(there, wanted, Renames.NONE);
        Difference down = SchemaDiffer.diff(wanted, there, Renames.NONE);
        try (Statement statement = database.connection().createStatement()) {
            statement.execute("INSERT INTO t VALUES (1, " + (is == null ? "NULL" : "'" + is + "'") + ")");
        }
        database.apply(up.operations());
        assertThat(value()).isEqualTo(shall);
        database.apply(down.operations());
        database.apply(up.operations());
        assertThat(value()).isEqualTo(shall);
    }

    private String value() throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT p::text FROM t")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
