package com.acme.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Currency;

/** An amount in a currency; never a floating point number. */
@Embeddable
public record Money(
        @Column(nullable = false, precision = 12, scale = 2) BigDecimal amount,
        @Column(nullable = false, length = 3) String currency) {

    public static Money of(String amount, Currency currency) {
        return new Money(new BigDecimal(amount), currency.getCurrencyCode());
    }
}
