package com.acme.shop.warehouse;

/** Why goods come or go. */
public enum MovementReason {
    DELIVERY,
    SALE,
    RETURN,
    LOSS,
    STOCKTAKING
}
