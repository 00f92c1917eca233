package com.acme.shop.product;

import jakarta.persistence.Embeddable;

/** The outside of the box, in millimetres; unknown until the first delivery has been measured. */
@Embeddable
public record Dimensions(Integer widthMm, Integer heightMm, Integer depthMm) {}
