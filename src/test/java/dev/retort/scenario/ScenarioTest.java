package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.codegen.RevisionSource;
import dev.retort.diff.Compared;
import dev.retort.diff.Completed;
import dev.retort.diff.Completion;
import dev.retort.diff.Difference;
import dev.retort.diff.DowngradeWarnings;
import dev.retort.diff.Naming;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.diff.TableLocks;
import dev.retort.operation.CreateView;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import dev.retort.sql.SqlRenderer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario: the way there and back on a real server, what is expected of it, and the revision files that it comes to. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScenarioTest {

    private static ScenarioDatabase before;
    private static ScenarioDatabase after;
    private static Optional<Path> pgDump;

    /** What the scenarios came to, as files. */
    private static final ScenarioRevisions REVISIONS = new ScenarioRevisions();

    /** What their warnings say to type. */
    private static final PastedCures CURES = new PastedCures();

    @BeforeAll
    static void open() throws Exception {
        before = new ScenarioDatabase();
        after = new ScenarioDatabase();
        pgDump = PgDump.program(before.connection());
    }

    @AfterAll
    static void close() throws SQLException {
        before.close();
        after.close();
    }

    static Stream<Scenario> scenarios() {
        return Scenario.all().filter(s -> s.runsOn(TestServer.majorVersion())).filter(s -> s.toString()
                .contains(System.getProperty("scenario", "")));
    }

    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void leadsThereAndBack(Scenario scenario) throws Exception {
        before.load(scenario.from());
        after.load(scenario.to());
        Schema from = before.read(scenario);
        Schema to = after.read(scenario);
        Difference up = SchemaDiffer.diff(from, to, Renames.NONE);
        Difference down = SchemaDiffer.diff(to, from, Renames.NONE);

        assertThat(SchemaDiffer.diff(from, from, Renames.NONE).operations()).isEmpty();
        assertThat(SchemaDiffer.diff(to, to, Renames.NONE).operations()).isEmpty();
        Expectations.check(scenario, up, from, to);
        Schema wanted = ModelSide.of(to, scenario.modelUnnamed());
        Difference model = model(scenario, wanted, from, to);

        PastedCures.ask(up.warnings(), before.connection());
        LockMeter.apply(before.connection(), from, to, up.operations());
        Schema migrated = before.read(scenario);
        assertThat(SchemaDiffer.diff(migrated, to, Renames.NONE).operations()).isEmpty();
        if (!up.isEmpty()) {
            assertThat(Sorted.of(migrated)).isEqualTo(Sorted.of(to));
            if (pgDump.isPresent() && scenario.properties().getProperty("dump") == null) {
                assertThat(PgDump.dump(pgDump.get(), before.connection()))
                        .isEqualTo(PgDump.dump(pgDump.get(), after.connection()));
            }
        }
        // Back from where the way led, and from where somebody else started.
        for (ScenarioDatabase database : List.of(before, after)) {
            database.apply(down.operations());
            Schema reverted = database.read(scenario);
            assertThat(SchemaDiffer.diff(reverted, from, Renames.NONE).operations())
                    .isEmpty();
            if (!down.isEmpty()) {
                assertThat(Sorted.of(reverted)).isEqualTo(Sorted.of(from));
            }
        }
        Golden.check(scenario.folder().resolve("plan.txt"), plan(up, down));
        Stream.of(
                        up.warnings(),
                        down.warnings(),
                        model.warnings(),
                        DowngradeWarnings.of(up, down),
                        TableLocks.up(new Compared(from, to, Renames.NONE), up.operations(), false))
                .flatMap(List::stream)
                .forEach(ScenarioTest::hasSomethingToType);
        REVISIONS.add(scenario + "", up, down);
        // Up to 15 the server prints the columns of a view's query with their tables.
        if (scenario.is("java") && TestServer.majorVersion() >= 16) {
            RevisionSource file = ScenarioRevisions.file(scenario + "", up, down);
            Golden.check(scenario.folder().resolve(file.fileName()), file.text());
        }
        CURES.add(up.warnings());

        // Both are what they were before.
        if (scenario.properties().getProperty("model_applies") != null) {
            return;
        }
        before.apply(model.operations());
        Schema brought = before.read(scenario);
        assertThat(SchemaDiffer.diff(brought, complete(wanted, brought).schema(), Renames.NONE)
                        .operations())
                .as("the model against the database that it was brought to")
                .isEmpty();
    }

    @Order(2)
    @Test
    void theFilesSayTheSameStatements() {
        REVISIONS.check();
    }

    @Order(3)
    @Test
    void whatTheCuresSayToTypeCompiles() {
        assertThat(CURES.compiled()).hasSizeGreaterThanOrEqualTo((int) CURES.many());
    }

    /** The target as a model states it: against the one database what is expected, against its own nothing. */
    private static Difference model(Scenario scenario, Schema wanted, Schema from, Schema to) {
        Schema itself = complete(wanted, to).schema();
        assertThat(SchemaDiffer.diff(to, itself, Renames.NONE).operations())
                .as("the model against its own database")
                .isEmpty();
        Schema completed = complete(wanted, from).schema();
        Difference difference = SchemaDiffer.diff(from, completed, Renames.NONE);
        if (scenario.expectsNothing()) {
            assertThat(difference.operations()).as("the model").isEmpty();
        } else if (scenario.properties().getProperty("model", "").equals("none")) {
            assertThat(difference.operations()).as("the model").isEmpty();
        } else {
            Expectations.checkModel(scenario, difference, from);
        }
        REVISIONS.add(scenario + ", the model", difference, SchemaDiffer.diff(completed, from, Renames.NONE));
        return difference;
    }

    private static Completed complete(Schema wanted, Schema actual) {
        return Completion.complete(wanted, actual, Naming.POSTGRESQL, Renames.NONE, ModelSide.managed(actual));
    }

    /** A statement, a command, an option, a call or a setting. */
    private static void hasSomethingToType(Warning warning) {
        assertThat(warning.cure())
                .as("the cure of " + warning.rule() + ": " + warning.message())
                .containsPattern("`[^`]+`|^--rename |^op\\.");
    }

    private static String plan(Difference up, Difference down) {
        List<String> lines = new ArrayList<>();
        describe("up", up, lines);
        describe("down", down, lines);
        return String.join("\n", lines) + "\n";
    }

    private static void describe(String title, Difference difference, List<String> lines) {
        lines.add("== " + title);
        for (Operation operation : difference.operations()) {
            lines.add(operation.kind() + " " + operation.object());
            // A view's text is the server's print, which differs from one major version to the next.
            if (!(operation instanceof CreateView)) {
                SqlRenderer.render(operation).forEach(s -> lines.add("  " + s.sql() + ";"));
            }
        }
        for (Warning warning : difference.warnings()) {
            lines.add("! " + warning.level().word() + " " + warning.rule() + " " + String.join(" ", warning.objects())
                    + (warning.cure().isEmpty() ? "" : " | " + warning.cure()));
        }
    }
}
