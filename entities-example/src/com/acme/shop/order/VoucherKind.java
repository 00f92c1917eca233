package com.acme.shop.order;

/** How a voucher's number is read. Stored by position. */
public enum VoucherKind {
    AMOUNT,
    PERCENT,
    FREE_SHIPPING
}
