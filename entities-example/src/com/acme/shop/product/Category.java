package com.acme.shop.product;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.hibernate.annotations.ColumnDefault;

/** A shelf of the shop; shelves stand in shelves. */
@Entity
@Table(check = @CheckConstraint(name = "category_not_its_own_parent", constraint = "parent_id <> id"))
public class Category {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Category parent;

    @NotBlank
    @Column(length = 80)
    private String name;

    /** The category's part of the web address. */
    @NotNull
    @Pattern(regexp = "[a-z0-9-]+")
    @Column(length = 80, unique = true)
    private String slug;

    @ColumnDefault("0")
    @Column(nullable = false)
    private short sortOrder;
}
