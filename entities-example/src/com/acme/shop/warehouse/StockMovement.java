package com.acme.shop.warehouse;

import com.acme.shop.product.PhysicalProduct;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** Why a stock level changed. Rows are added and never touched again. */
@Entity
@Immutable
@Table(
        schema = "warehouse",
        indexes = @Index(name = "stock_movement_newest_idx", columnList = "warehouse_id, product_id, happened_at desc"))
public class StockMovement {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_movement_seq")
    @SequenceGenerator(
            name = "stock_movement_seq",
            schema = "warehouse",
            sequenceName = "stock_movement_seq",
            allocationSize = 100)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Warehouse warehouse;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private PhysicalProduct product;

    @NotNull
    @Enumerated(EnumType.STRING)
    @Column(length = 12)
    private MovementReason reason;

    @Column(comment = "Negative when goods leave", nullable = false)
    private int quantity;

    @NotNull
    private Instant happenedAt;
}
