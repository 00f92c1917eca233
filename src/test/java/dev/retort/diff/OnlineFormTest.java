package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.Check;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Unique;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Changes in steps that let others work. */
class OnlineFormTest {

    private static final ObjectName ORDERS = ObjectName.of("orders");

    private static List<String> steps(Operation... operations) {
        return OnlineForm.of(List.of(operations), PartitionedTables.NONE).stream()
                .map(operation -> operation.summary())
                .toList();
    }

    @Test
    void constraintsAreValidatedAfterwardsOrTakeAnIndexOver() {
        assertThat(steps(
                        new AddConstraint(ORDERS, Check.of("positive", "total > 0")),
                        new AddConstraint(ORDERS, Unique.of("orders_key", List.of("a", "Order"))),
                        new AddConstraint(ORDERS, PrimaryKey.of("orders_pkey", List.of("id")))))
                .containsExactly(
                        "add check positive (total > 0) on orders",
                        "validate constraint positive on orders",
                        "create unique index orders_key on orders",
                        "execute ALTER TABLE orders ADD CONSTRAINT orders_key UNIQUE USING IN…",
                        "create unique index orders_pkey on orders",
                        "execute ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY US…");
    }

    @Test
    void aColumnIsRequiredOnceACheckHasProvedIt() {
        assertThat(steps(new AlterColumn(
                        ORDERS, "note", List.of(new ColumnChange.DropDefault(), new ColumnChange.SetNotNull()))))
                .containsExactly(
                        "alter column orders.note: no default",
                        "add check orders_note_required (note IS NOT NULL) on orders",
                        "validate constraint orders_note_required on orders",
                        "alter column orders.note: not null",
                        "drop constraint orders_note_required on orders");
    }

    @Test
    void indexesAreBuiltAndDroppedConcurrently() {
        Index index = new Index(
                "i", "btree", List.of(Index.Key.of("a")), List.of(), null, false, false, new TreeMap<>(), true);
        assertThat(OnlineForm.of(
                        List.of(new CreateIndex(ORDERS, index, false), new DropIndex(ObjectName.of("j"), false)),
                        PartitionedTables.NONE))
                .containsExactly(new CreateIndex(ORDERS, index, true), new DropIndex(ObjectName.of("j"), true));
    }
}
