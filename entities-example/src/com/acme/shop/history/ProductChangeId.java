package com.acme.shop.history;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** A product at a change. */
@Embeddable
public class ProductChangeId implements Serializable {

    @Column(name = "id")
    private UUID productId;

    private Integer rev;

    protected ProductChangeId() {}

    public ProductChangeId(UUID productId, Integer rev) {
        this.productId = productId;
        this.rev = rev;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductChangeId that
                && Objects.equals(productId, that.productId)
                && Objects.equals(rev, that.rev);
    }

    @Override
    public int hashCode() {
        return Objects.hash(productId, rev);
    }
}
