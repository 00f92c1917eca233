package com.acme.shop.order;

/** Stored by position: add new schemes at the end. */
public enum CardScheme {
    VISA,
    MASTERCARD,
    AMEX,
    MAESTRO
}
