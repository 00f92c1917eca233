package com.acme.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Where a parcel can go. An order keeps a copy, so that a customer who moves does not rewrite history. */
@Embeddable
public record PostalAddress(
        @NotBlank @Size(max = 120) String street,
        @NotBlank @Size(max = 12) String postcode,
        @NotBlank @Size(max = 80) String city,
        @NotNull @Column(length = 2) String country) {}
