package com.acme.shop.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.NotBlank;

/** A maker, known by its name in its home country. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"name", "country"}))
public class Brand {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @NotBlank
    @Column(length = 120)
    private String name;

    @Column(nullable = false, length = 2)
    private String country;

    private String website;
}
