package dev.retort.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.migration.Direction;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The limits of the class file: 64 KB of code a method, 65,535 constants a class, 65,535 bytes a constant. */
class LargeRevisionTest {

    @Test
    void twoThousandTables() {
        List<Operation> up = new ArrayList<>();
        List<Operation> down = new ArrayList<>();
        for (int t = 0; t < 2_000; t++) {
            up.add(new CreateTable(table(t, 9)));
            down.add(new DropTable(name(t)));
        }
        for (int t = 1; t < 2_000; t++) {
            ForeignKey key = ForeignKey.of(
                    "table_" + t + "_fkey",
                    List.of("column_1_of_" + t),
                    name(t - 1),
                    List.of("column_0_of_" + (t - 1)));
            up.add(new AddConstraint(name(t), key));
        }
        Collections.reverse(down);
        RevisionSource source = RevisionWriter.write(Drafts.of(up, down));

        assertThat(source.text()).contains("Part1.createTablesFromTable0ToTable");
        assertThat(Compiled.record(source, Direction.UPGRADE)).isEqualTo(Normal.of(up));
        assertThat(Compiled.record(source, Direction.DOWNGRADE)).isEqualTo(down);
    }

    @Test
    void aLongBodyIsMethodsWithNames() {
        List<Operation> up = new ArrayList<>();
        for (int t = 0; t < 60; t++) {
            up.add(new CreateTable(table(t, 9)));
        }
        RevisionSource source = RevisionWriter.write(Drafts.of(up, List.of()));

        assertThat(source.text())
                .contains("        createTablesFromTable0ToTable")
                .contains("    private static void createTablesFromTable0ToTable");
        assertThat(Compiled.record(source, Direction.UPGRADE)).isEqualTo(Normal.of(up));
    }

    @Test
    void theWidestTable() {
        List<Operation> up = List.of(new CreateTable(table(0, 1_600)));

        assertThat(Compiled.record(RevisionWriter.write(Drafts.of(up, up)), Direction.DOWNGRADE))
                .isEqualTo(Normal.of(up));
    }

    @Test
    void enumsOfThousands() {
        List<String> labels = IntStream.range(0, 5_000).mapToObj(i -> "v" + i).toList();
        List<Operation> up = List.of(new CreateEnum(new EnumType(ObjectName.of("e"), labels)));

        RoundTripTest.assertRoundTrip(up);
    }

    @Test
    void textsLongerThanAConstant() {
        String lines = "SELECT 'ä' AS one,\n    2 AS two -- \"\"\"\n".repeat(3_000);
        String line = "x\\\"ä😀".repeat(20_000);
        List<Operation> up = List.of(
                new CreateView(View.of(ObjectName.of("v"), lines)),
                new Execute(line),
                new Execute("\0".repeat(40_000)));

        RoundTripTest.assertRoundTrip(up);
    }

    private static Table table(int number, int columns) {
        TableBuilder table = Table.builder(name(number));
        for (int c = 0; c < columns; c++) {
            Column column = Column.of("column_" + c + "_of_" + number, SqlType.builtin("bigint"))
                    .withNullable(c % 2 == 1)
                    .withComment("comment " + c + " of " + number);
            table.column(column);
        }
        return table.primaryKey(PrimaryKey.of("table_" + number + "_pkey", List.of("column_0_of_" + number)))
                .build();
    }

    private static ObjectName name(int number) {
        return ObjectName.of("table_" + number);
    }
}
