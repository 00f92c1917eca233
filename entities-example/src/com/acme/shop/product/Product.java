package com.acme.shop.product;

import com.acme.shop.Timestamped;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Anything with a price. What it weighs or how it is downloaded is the subclass's matter. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(
        comment = "Everything that has, or had, a price",
        indexes = {
            @Index(name = "product_brand_id_idx", columnList = "brand_id"),
            @Index(name = "product_search_idx", columnList = "(lower(name))")
        })
public abstract class Product extends Timestamped {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @NotBlank
    @Column(comment = "Stock keeping unit: printed on the shelf and in every invoice", length = 32, unique = true)
    private String sku;

    @NotBlank
    @Size(max = 200)
    private String name;

    @Column(columnDefinition = "text")
    private String description;

    @NotNull
    @Digits(integer = 10, fraction = 2)
    @Column(check = @CheckConstraint(name = "product_price_not_negative", constraint = "price >= 0"))
    private BigDecimal price;

    @NotNull
    @ColumnDefault("0.20")
    @Column(comment = "Share of the net price: 0.200 is twenty per cent", precision = 4, scale = 3)
    private BigDecimal taxRate;

    @GeneratedColumn("round(price * (1 + tax_rate), 2)")
    @Column(precision = 12, scale = 2)
    private BigDecimal grossPrice;

    @ColumnDefault("true")
    @Column(nullable = false)
    private boolean listed = true;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @ColumnDefault("'{}'")
    @Column(nullable = false, length = 40)
    private String[] keywords = {};

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> attributes;

    @ManyToOne(fetch = FetchType.LAZY)
    private Brand brand;

    @ManyToMany
    @JoinTable(
            name = "product_category",
            joinColumns = @JoinColumn(name = "product_id"),
            inverseJoinColumns = @JoinColumn(name = "category_id"))
    private Set<Category> categories = new HashSet<>();

    /** The name in other languages, by language tag. */
    @ElementCollection
    @CollectionTable(name = "product_translation", joinColumns = @JoinColumn(name = "product_id"))
    @MapKeyColumn(name = "language", length = 5)
    @Column(name = "name", nullable = false, length = 200)
    private Map<String, String> translations = new HashMap<>();

    public UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }
}
