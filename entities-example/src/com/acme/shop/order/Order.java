package com.acme.shop.order;

import com.acme.shop.Money;
import com.acme.shop.PostalAddress;
import com.acme.shop.Timestamped;
import com.acme.shop.customer.Customer;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A basket that somebody has paid, or has promised to pay. The table is {@code orders}, as SQL keeps the singular. */
@Entity
@Table(
        name = "orders",
        comment = "One row per checkout",
        indexes = {
            @Index(name = "orders_customer_newest_idx", columnList = "customer_id, placed_at desc"),
            @Index(name = "orders_status_idx", columnList = "status, placed_at")
        })
public class Order extends Timestamped {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "orders_seq")
    @SequenceGenerator(name = "orders_seq", sequenceName = "orders_seq", allocationSize = 50)
    private Long id;

    @Column(
            comment = "What the customer quotes on the telephone",
            name = "order_number",
            nullable = false,
            length = 16,
            unique = true)
    private String number;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Customer customer;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @ColumnDefault("'PLACED'")
    @Column(nullable = false)
    private OrderStatus status = OrderStatus.PLACED;

    @Column(nullable = false)
    private Instant placedAt;

    private LocalDate promisedFor;

    @Embedded
    @AttributeOverride(name = "amount", column = @Column(name = "total", nullable = false, precision = 12, scale = 2))
    @AttributeOverride(name = "currency", column = @Column(name = "currency", nullable = false, length = 3))
    private Money total;

    @NotNull
    @Valid
    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "ship_to_street"))
    @AttributeOverride(name = "postcode", column = @Column(name = "ship_to_postcode"))
    @AttributeOverride(name = "city", column = @Column(name = "ship_to_city"))
    @AttributeOverride(name = "country", column = @Column(name = "ship_to_country", length = 2))
    private PostalAddress shipTo;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<OrderLine> lines = new ArrayList<>();

    public Long getId() {
        return id;
    }
}
