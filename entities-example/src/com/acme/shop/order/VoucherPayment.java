package com.acme.shop.order;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** Paid with a voucher. */
@Entity
@DiscriminatorValue("VOUCHER")
public class VoucherPayment extends Payment {

    @ManyToOne(fetch = FetchType.LAZY)
    private Voucher voucher;
}
