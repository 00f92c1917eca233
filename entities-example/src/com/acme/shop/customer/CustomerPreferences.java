package com.acme.shop.customer;

import java.util.List;

/**
 * Choices without a column of their own.
 *
 * @param locale a BCP 47 tag
 * @param newsletters the newsletters that the customer wants
 */
public record CustomerPreferences(String locale, List<String> newsletters) {

    public static final CustomerPreferences NONE = new CustomerPreferences("en", List.of());
}
