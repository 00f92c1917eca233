package com.acme.shop.order;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

/** An order and a line number within it, counted from one. */
@Embeddable
public class OrderLineId implements Serializable {

    private Long orderId;

    private int lineNumber;

    protected OrderLineId() {}

    public OrderLineId(Long orderId, int lineNumber) {
        this.orderId = orderId;
        this.lineNumber = lineNumber;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderLineId that
                && Objects.equals(orderId, that.orderId)
                && lineNumber == that.lineNumber;
    }

    @Override
    public int hashCode() {
        return Objects.hash(orderId, lineNumber);
    }
}
