package com.acme.shop.order;

import com.acme.shop.product.Product;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** So many of one product, at the price of that day. */
@Entity
@Table(
        check = @CheckConstraint(name = "order_line_discount_below_price", constraint = "discount <= unit_price"),
        indexes = @Index(name = "order_line_product_id_idx", columnList = "product_id"))
public class OrderLine {

    @EmbeddedId
    private OrderLineId id;

    @MapsId("orderId")
    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Order order;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Product product;

    @Positive
    @Column(
            nullable = false,
            check = @CheckConstraint(name = "order_line_quantity_range", constraint = "quantity between 1 and 999"))
    private int quantity;

    @Column(nullable = false, precision = 12, scale = 2)
    private BigDecimal unitPrice;

    @ColumnDefault("0")
    @Column(nullable = false, precision = 12, scale = 2)
    private BigDecimal discount;

    @GeneratedColumn("quantity * (unit_price - discount)")
    @Column(precision = 14, scale = 2)
    private BigDecimal lineTotal;
}
