package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example shop, read as the tool reads it. */
class ShopModelTest {

    private static final Model SHOP = new ModelReader()
            .read(new ModelRequest(
                    TestModels.OWN,
                    List.of("com.acme.shop"),
                    Map.of(
                            "hibernate.physical_naming_strategy",
                            "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"),
                    17));

    @Test
    void columnsStandInTheOrderOfTheAttributesWithTheIdFirst() {
        assertThat(SHOP.schema().table(ObjectName.of("orders")).orElseThrow().columns())
                .extracting(c -> c.name())
                .startsWith("id", "created_at", "updated_at", "version", "order_number", "customer_id", "status");
    }

    @Test
    void provenanceNamesAttributePathsAndCollections() {
        Map<ColumnRef, String> columns = SHOP.provenance().columns();
        assertThat(columns)
                .containsEntry(new ColumnRef(ObjectName.of("orders"), "ship_to_city"), "Order.shipTo.city")
                .containsEntry(new ColumnRef(ObjectName.of("orders"), "customer_id"), "Order.customer")
                .containsEntry(new ColumnRef(ObjectName.of("payment"), "iban"), "BankTransfer.iban");
        assertThat(SHOP.provenance().tables())
                .containsEntry(ObjectName.of("customer_phone"), "Customer.phones")
                .containsEntry(new ObjectName("warehouse", "stock_level"), "StockLevel");
    }

    @Test
    void nothingIsLeftOutOrDoubtful() {
        assertThat(SHOP.notes()).isEmpty();
    }
}
