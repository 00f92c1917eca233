package com.acme.shop.product;

import com.acme.shop.Timestamped;
import com.acme.shop.customer.Customer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SoftDelete;

/** One customer's opinion of one product. A removed review stays in the table, for the complaint that follows. */
@Entity
@SoftDelete(columnName = "removed")
@Table(
        uniqueConstraints =
                @UniqueConstraint(
                        name = "review_one_per_customer",
                        columnNames = {"product_id", "customer_id"}),
        indexes = @Index(name = "review_newest_idx", columnList = "product_id, created_at desc"))
public class Review extends Timestamped {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Product product;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Customer customer;

    @Min(1)
    @Max(5)
    @Column(nullable = false)
    private short stars;

    @Column(columnDefinition = "text")
    private String body;
}
