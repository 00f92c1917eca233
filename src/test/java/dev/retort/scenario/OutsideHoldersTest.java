package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another team's schema, or what the settings exclude, has on what changes: told with the statement that takes it away, without which the change fails. */
class OutsideHoldersTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));
    private static final Scope INCLUDED =
            new Scope(null, List.of(), List.of(Pattern.compile("public\\.shown|reports\\..*")), Set.of());
    private static final Pattern TYPED = Pattern.compile("`([^`]+)`");

    private static final String FROM = "CREATE SCHEMA reports; CREATE TYPE kind AS ENUM ('a', 'b', 'c');"
            + " CREATE TABLE thing (id int PRIMARY KEY, n int, kind kind); CREATE TABLE gone (id int PRIMARY KEY, \"N\" int UNIQUE);";

    private static final String TO =
            "CREATE TYPE kind AS ENUM ('a', 'b'); CREATE TABLE thing (id uuid PRIMARY KEY, kind kind)";

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
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE VIEW reports.v AS SELECT n FROM thing | the view reports.v is left out of the comparison and reads thing.n, which goes",
                "CREATE MATERIALIZED VIEW reports.\"V\" AS SELECT id FROM thing | the view reports.V is left out of the comparison and reads thing.id, which changes",
                "CREATE VIEW reports.v AS SELECT 'a'::kind IS NULL AS k | the view reports.v is left out of the comparison and reads the type kind, which is made anew",
                "CREATE VIEW reports.v AS SELECT count(*) FROM gone | the view reports.v is left out of the comparison and reads gone, which goes",
                "CREATE VIEW shown AS SELECT n FROM thing | the view shown is left out of the comparison and reads thing.n, which goes",
                "CREATE TABLE reports.t (g int CONSTRAINT \"K\" REFERENCES gone (\"N\")) | reports.t is left out of the comparison, and its foreign key \"K\" refers to gone, which goes",
                "CREATE TABLE reports.t (g int CONSTRAINT k REFERENCES thing) | reports.t is left out of the comparison, and its foreign key k refers to thing.id, which changes",
                "CREATE TABLE reports.t (\"K\" kind[]) | reports.t is left out of the comparison, and its column \"K\" is of the type kind, which is made anew",
                "CREATE TYPE reports.row AS (k kind) | reports.row is left out of the comparison, and its attribute k is of the type kind, which is made anew"
            })
    void isToldWithWhatTakesItAway(String holder, String message) throws SQLException {
        Scope scope = holder.contains(" shown ") ? INCLUDED : PUBLIC;
        database.load(TO);
        Schema to = database.read(scope);
        database.load(FROM + holder);
        Difference up = SchemaDiffer.diff(database.read(scope), to, Renames.NONE);

        List<Warning> told = up.warnings().stream()
                .filter(warning -> warning.rule().equals("unmanaged-reference"))
                .toList();
        assertThat(told).singleElement().satisfies(warning -> {
            assertThat(warning.level()).isEqualTo(Warning.Level.ERROR);
            assertThat(warning.message()).startsWith(message + ": that fails while");
        });
        assertThatThrownBy(() -> database.apply(up.operations())).isInstanceOf(SQLException.class);

        database.load(FROM + holder);
        Matcher typed = TYPED.matcher(told.get(0).cure());
        assertThat(typed.find()).isTrue();
        try (Statement statement = database.connection().createStatement()) {
            statement.execute(typed.group(1));
        }
        database.apply(up.operations());
        assertThat(SchemaDiffer.diff(database.read(scope), to, Renames.NONE).operations())
                .isEmpty();
    }
}
