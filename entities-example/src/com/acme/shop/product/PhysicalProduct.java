package com.acme.shop.product;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.validation.constraints.Min;

/** Goods in a box. */
@Entity
public class PhysicalProduct extends Product {

    @Min(1)
    @Column(nullable = false)
    private int weightGrams;

    @Embedded
    private Dimensions dimensions;

    @Column(nullable = false)
    private boolean fragile;
}
