package com.acme.shop.warehouse;

import com.acme.shop.product.PhysicalProduct;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.PositiveOrZero;

/** How many of a product lie in a warehouse, and how many of those are promised. */
@Entity
@Table(
        schema = "warehouse",
        check = @CheckConstraint(name = "stock_level_reserved_in_stock", constraint = "reserved <= on_hand"))
public class StockLevel {

    @EmbeddedId
    private StockLevelId id;

    @MapsId("warehouseId")
    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Warehouse warehouse;

    @MapsId("productId")
    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private PhysicalProduct product;

    @PositiveOrZero
    @Column(nullable = false)
    private int onHand;

    @PositiveOrZero
    @Column(nullable = false)
    private int reserved;

    @Version
    private long version;
}
