package com.acme.shop.order;

import com.acme.shop.product.Category;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** A code that makes an order cheaper. */
@Entity
@Table(
        check =
                @CheckConstraint(
                        name = "voucher_valid_for_a_day",
                        constraint = "valid_until is null or valid_until >= valid_from"),
        indexes =
                @Index(
                        name = "voucher_live_code_key",
                        columnList = "(upper(code))",
                        unique = true,
                        options = "where not withdrawn"))
public class Voucher {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @NotNull
    @Column(comment = "Typed by people: compared without regard to case", length = 24)
    private String code;

    @NotNull
    @Enumerated(EnumType.ORDINAL)
    private VoucherKind kind;

    @NotNull
    @DecimalMin("0")
    @DecimalMax("1000")
    @Column(name = "off", precision = 7, scale = 2)
    private BigDecimal reduction;

    @NotNull
    private LocalDate validFrom;

    private LocalDate validUntil;

    @Column(nullable = false)
    private boolean withdrawn;

    /** Empty: good for everything. */
    @ManyToMany
    @JoinTable(
            name = "voucher_category",
            joinColumns = @JoinColumn(name = "voucher_id"),
            inverseJoinColumns = @JoinColumn(name = "category_id"))
    private Set<Category> categories = new HashSet<>();
}
