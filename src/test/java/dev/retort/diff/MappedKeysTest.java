package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two values that become one, in a column of a key. */
class MappedKeysTest {

    private static Schema schema(String check) {
        return Schema.builder()
                .table(Table.builder(ObjectName.of("t"))
                        .columns(List.of(
                                Column.of("station", SqlType.builtin("bigint")),
                                Column.of("service", SqlType.parse("varchar(20)"))))
                        .uniques(List.of(Unique.of("t_key", List.of("station", "service"))))
                        .checks(List.of(Check.of("t_service_check", check)))
                        .build())
                .build();
    }

    private static List<Warning> warnings(String... mappings) {
        return Answering.compare(
                        schema("service IN ('A', 'B', 'C')"),
                        schema("service IN ('C', 'D', 'E')"),
                        Renames.NONE,
                        Answers.parse(List.of(), List.of(), List.of(mappings)),
                        difference -> difference)
                .up()
                .warnings()
                .stream()
                .filter(warning -> warning.rule().equals("data-dependent-unique"))
                .toList();
    }

    @Test
    void areAskedFor() {
        assertThat(warnings("t.service.A=D", "t.service.B=D")).singleElement().satisfies(warning -> assertThat(
                        warning.message() + warning.cure())
                .contains("the key on t (station, service)", "stand for A, B", "CASE service::text WHEN 'A'"));
        assertThat(warnings("t.service.A=C", "t.service.B=D"))
                .as("rows can hold C already")
                .hasSize(1);
    }

    @Test
    void areNoneWhereEachHasAValueOfItsOwn() {
        assertThat(warnings("t.service.A=D", "t.service.B=E")).isEmpty();
    }
}
