package com.acme.shop.order;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Paid by card; of the card itself the shop keeps only what a receipt shows. */
@Entity
@DiscriminatorValue("CARD")
public class CardPayment extends Payment {

    @Enumerated(EnumType.ORDINAL)
    private CardScheme scheme;

    @Column(length = 4)
    private String lastDigits;

    @Column(length = 64, unique = true)
    private String authorisation;
}
