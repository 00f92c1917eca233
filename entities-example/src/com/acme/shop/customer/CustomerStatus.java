package com.acme.shop.customer;

/** What an account may do. */
public enum CustomerStatus {
    ACTIVE,
    BLOCKED,
    CLOSED
}
