package com.acme.shop.order;

/** Where an order stands; an enum type of the database. */
public enum OrderStatus {
    CANCELLED,
    DELIVERED,
    PAID,
    PLACED,
    SHIPPED
}
