package com.acme.shop.warehouse;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** A product in a warehouse. */
@Embeddable
public class StockLevelId implements Serializable {

    private Integer warehouseId;

    private UUID productId;

    protected StockLevelId() {}

    public StockLevelId(Integer warehouseId, UUID productId) {
        this.warehouseId = warehouseId;
        this.productId = productId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StockLevelId that
                && Objects.equals(warehouseId, that.warehouseId)
                && Objects.equals(productId, that.productId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(warehouseId, productId);
    }
}
