package dev.retort.migration;

import static dev.retort.migration.Columns.*;
import static dev.retort.migration.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddColumn;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A revision with each helper, operation and annotation that the design of the file names: it compiles, and says what it says. */
class EveryBuilderTest {

    @Revision(
            id = "0007",
            revises = "0006",
            message = "add customer tier",
            created = "2026-11-20T14:02:11Z",
            transactional = false)
    @Warning({"possible-column-rename", "unmanaged-trigger"})
    @Acknowledged(value = "possible-column-rename", because = "they are two columns")
    static final class AddCustomerTier implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.createEnum("tier", "BASIC", "GOLD");
            op.addColumn("customer", column("tier", "tier").notNull().defaultTo("'BASIC'"));
            op.addColumn("customer", varchar("full_name", 120));
            op.addColumn("customer", array("tags", "text").notNull());
            op.addColumn("customer", array("prices", "numeric(5,2)"));
            op.addColumn("customer", text("notes").array());
            op.dropColumn("customer", "fullname");
            op.createTable(
                    "visit",
                    bigint("id").identity(),
                    varchar("name", 80),
                    numeric("price", 12, 2),
                    timestamptz("at"),
                    uuid("token"),
                    jsonb("seen"),
                    primaryKey("visit_pkey", "id"));
            op.addUnique("customer", "customer_email_key", "email");
            op.addForeignKey("orders", "orders_customer_id_fkey", "customer_id")
                    .references("customer", "id")
                    .onDelete(CASCADE);
            op.createIndex("orders_placed_at_idx")
                    .on("orders", "placed_at desc")
                    .where("status <> 'CLOSED'");
            op.execute("UPDATE customer SET tier = :tier", Map.of("tier", "GOLD"));
            op.insert("visit", "id", "name").values(1, "a").values(2, "b");
            op.inBatches("orders", "id", 10_000).set("total = 1");
            op.outsideTransaction(() -> op.execute("VACUUM customer"));
        }

        @Override
        public void downgrade(Operations op) {
            op.dropIndex("orders_placed_at_idx");
            throw new IrreversibleRevisionException("the old texts are gone");
        }
    }

    @Test
    void isThere() {
        RecordingOperations op = new RecordingOperations();
        Direction.UPGRADE.run(new AddCustomerTier(), op);
        assertThat(op.operations().stream()
                        .filter(AddColumn.class::isInstance)
                        .map(o -> ((AddColumn) o).column().type().display()))
                .containsExactly("tier", "character varying(120)", "text[]", "numeric(5,2)[]", "text[]");
        assertThat(op.operations())
                .extracting(o -> o.kind())
                .contains("create_enum", "create_table", "add_constraint", "create_index");
    }
}
