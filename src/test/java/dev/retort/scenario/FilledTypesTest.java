package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Answering;
import dev.retort.diff.Answers;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Columns that get another type and must have a value from then on: what is pasted in place of the change of type, and what fills the rest below it. */
class FilledTypesTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));

    @Test
    void theRestIsFilledBelowWhatIsPasted() throws SQLException {
        try (ScenarioDatabase database = new ScenarioDatabase()) {
            database.load("CREATE TABLE job (id int PRIMARY KEY, state numeric(21) NOT NULL)");
            Schema to = database.read(PUBLIC);
            database.load(
                    "CREATE TABLE job (id int PRIMARY KEY, state bigint); INSERT INTO job VALUES (1, 2), (2, NULL)");
            Schema from = database.read(PUBLIC);
            assertThat(of(up(from, to, List.of())).cure()).contains(".notNull()");
            Difference up = up(from, to, List.of("job.state=7"));
            PastedCures pasted = new PastedCures();
            pasted.add(List.of(of(up)));
            List<Operation> operations = new ArrayList<>(up.operations());
            operations.replaceAll(
                    o -> o instanceof AlterColumn alter && alter.changes().get(0) instanceof ColumnChange.SetType
                            ? pasted.compiled().get(0)
                            : o);
            assertThat(operations).isNotEqualTo(up.operations());
            database.apply(operations);
            try (Statement statement = database.connection().createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT string_agg(state::text, ' ' ORDER BY id) FROM job")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("2000000000 7");
            }
        }
    }

    private static Difference up(Schema from, Schema to, List<String> backfills) {
        return Answering.compare(
                        from,
                        to,
                        Renames.NONE,
                        Answers.parse(List.of(), backfills, List.of()),
                        difference -> difference)
                .up();
    }

    private static Warning of(Difference difference) {
        return difference.warnings().stream()
                .filter(w -> w.rule().equals("converted-values"))
                .findFirst()
                .orElseThrow();
    }
}
