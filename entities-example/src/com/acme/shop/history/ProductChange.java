package com.acme.shop.history;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/**
 * What a product looked like after a change.
 *
 * <p>There is no foreign key to the product: the history outlives it.
 */
@Entity
@Table(name = "product_aud", comment = "Products as they were")
public class ProductChange {

    @EmbeddedId
    private ProductChangeId id;

    @MapsId("rev")
    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "rev")
    private ChangeSet changeSet;

    /** 0 made, 1 changed, 2 deleted. */
    @Column(name = "revtype", nullable = false)
    private short kind;

    @Column(length = 32)
    private String sku;

    @Column(length = 200)
    private String name;

    @Column(precision = 12, scale = 2)
    private BigDecimal price;

    private Boolean listed;
}
