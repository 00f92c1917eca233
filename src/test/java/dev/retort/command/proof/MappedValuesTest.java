package dev.retort.command.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.EnumUse;
import dev.retort.operation.Execute;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.operation.ReplaceEnum;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.EnumType;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappedValuesTest {

    private static final ObjectName ORDERS = ObjectName.of("orders");
    private static final ObjectName PURCHASE = ObjectName.of("purchase");

    private static final Schema BEFORE = Schema.builder()
            .table(Table.builder(ORDERS)
                    .column(Column.of("status", SqlType.parse("varchar(10)")))
                    .checks(List.of(check("status IN ('NEW', 'LOST', 'GONE')")))
                    .build())
            .build();

    private static Check check(String sql) {
        return new Check("orders_status_check", Expression.of(sql), false, true);
    }

    @Test
    void valuesThatTheSqlBeforeTheCheckNames() {
        assertThat(MappedValues.of(
                        BEFORE,
                        List.of(
                                new RenameTable(ORDERS, PURCHASE),
                                new RenameColumn(PURCHASE, "status", "state"),
                                new Execute("UPDATE purchase SET state = 'NEW' WHERE state = 'LOST'"),
                                new AddConstraint(PURCHASE, check("state IN ('NEW', 'DONE')")))))
                .isEqualTo(Map.of(new ColumnRef(ORDERS, "status"), List.of("'LOST'")));
        assertThat(MappedValues.of(BEFORE, List.of(new AddConstraint(ORDERS, check("status IN ('NEW')")))))
                .isEmpty();
    }

    @Test
    void valuesThatARebuiltTypeMaps() {
        ObjectName tier = ObjectName.of("tier");
        ColumnRef column = new ColumnRef(ORDERS, "tier");
        assertThat(MappedValues.of(
                        BEFORE,
                        List.of(new ReplaceEnum(
                                new EnumType(tier, List.of("A")),
                                List.of(new EnumUse(column, false, null)),
                                Map.of("C", "A", "B", "A")))))
                .isEqualTo(Map.of(column, List.of("'B'", "'C'")));
    }
}
