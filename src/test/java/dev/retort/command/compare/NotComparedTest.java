package dev.retort.command.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateView;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import dev.retort.schema.View;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A view that reads what its revision makes cannot be asked of the server before, and that is nothing to review. */
class NotComparedTest {

    private static final ObjectName TABLE = ObjectName.of("customer");
    private static final String VIEW = "the query of view named could not be compared: column ";

    private static final List<Operation> UP = List.of(
            new AddColumn(TABLE, Column.of("nick", SqlType.builtin("text"))),
            new RenameColumn(TABLE, "fullname", "Full name"),
            new CreateView(View.of(ObjectName.of("named"), "select 1")));

    @Test
    void whatAViewReadsThatTheRevisionMakesIsNotTold() {
        assertThat(NotCompared.among(List.of(VIEW + "\"nick\" does not exist", VIEW + "c.nick does not exist"), UP))
                .isEmpty();
    }

    @Test
    void whatNobodyMakesIsTold() {
        assertThat(NotCompared.among(
                        List.of(
                                VIEW + "\"nock\" does not exist",
                                "the query of view other could not be compared: column \"nick\" does not exist",
                                "the check a on b could not be compared: column \"nick\" does not exist"),
                        UP))
                .hasSize(3)
                .allSatisfy(warning -> assertThat(warning.rule()).isEqualTo("not-compared"));
    }

    @Test
    void sqlOfTheEntitiesThatSpeaksOfARenamedColumnIsToldTheNewName() {
        String said = "the expression of generated column total of item could not be compared: column ";
        assertThat(NotCompared.among(
                        List.of(said + "\"fullname\" does not exist", said + "\"other\" does not exist"), UP))
                .extracting(Warning::cure)
                .containsExactly(
                        "Write `Full name` there, as the column is called now",
                        "Compare it by hand with `\\d+` in psql, or leave such objects out with `exclude-kinds` in retort.toml");
    }
}
