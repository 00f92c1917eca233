package com.acme.shop.customer;

/** How well we know a customer; an enum type of the database. */
public enum Tier {
    BASIC,
    GOLD,
    SILVER
}
