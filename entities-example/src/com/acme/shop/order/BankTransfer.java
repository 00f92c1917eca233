package com.acme.shop.order;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.LocalDate;

/** Paid from a bank account. */
@Entity
@DiscriminatorValue("TRANSFER")
public class BankTransfer extends Payment {

    @Column(length = 34)
    private String iban;

    private LocalDate bookedOn;
}
