package com.acme.shop.customer;

import com.acme.shop.Timestamped;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

/**
 * Somebody with an account.
 *
 * <p>An account is closed, never deleted: orders refer to it for ten years. A closed account's e-mail address may be
 * used again, so it is unique among the open accounts only.
 */
@Entity
@Table(
        comment = "People and companies with an account",
        check =
                @CheckConstraint(
                        name = "customer_closed_after_created",
                        constraint = "closed_at is null or closed_at >= created_at"),
        indexes = {
            @Index(
                    name = "customer_open_email_key",
                    columnList = "(lower(email))",
                    unique = true,
                    options = "where closed_at is null"),
            @Index(name = "customer_name_idx", columnList = "last_name, first_name"),
            @Index(name = "customer_tier_idx", columnList = "tier, created_at desc")
        })
public class Customer extends Timestamped {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_seq")
    @SequenceGenerator(name = "customer_seq", sequenceName = "customer_seq", initialValue = 1000, allocationSize = 20)
    private Long id;

    @NotBlank
    @Email
    @Size(max = 254)
    private String email;

    @NotBlank
    @Size(max = 80)
    private String firstName;

    @NotBlank
    @Size(max = 80)
    private String lastName;

    @Column(comment = "Only where a product needs proof of age")
    private LocalDate bornOn;

    @NotNull
    @Enumerated(EnumType.STRING)
    @ColumnDefault("'ACTIVE'")
    @Column(length = 20)
    private CustomerStatus status = CustomerStatus.ACTIVE;

    @NotNull
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @ColumnDefault("'BASIC'")
    private Tier tier = Tier.BASIC;

    @Column(comment = "Printed on the loyalty card", length = 16, unique = true)
    private String cardNumber;

    @Column(comment = "The account takes no more orders after this moment")
    private Instant closedAt;

    /** What the customer has ticked; the shop front owns the shape. */
    @JdbcTypeCode(SqlTypes.JSON)
    @ColumnDefault("'{}'")
    @Column(nullable = false)
    private CustomerPreferences preferences = CustomerPreferences.NONE;

    @ElementCollection
    @CollectionTable(name = "customer_phone", joinColumns = @JoinColumn(name = "customer_id"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    @OrderColumn(name = "position")
    @Column(name = "number", nullable = false, length = 20)
    private List<String> phones = new ArrayList<>();

    @OneToMany(mappedBy = "customer")
    private Set<CustomerAddress> addresses = new HashSet<>();

    /** One of {@link #addresses}: each of the two tables refers to the other. */
    @ManyToOne(fetch = FetchType.LAZY)
    private CustomerAddress defaultAddress;

    protected Customer() {}

    public Customer(String email, String firstName, String lastName) {
        this.email = email;
        this.firstName = firstName;
        this.lastName = lastName;
    }

    public Long getId() {
        return id;
    }

    public String getEmail() {
        return email;
    }

    public String displayName() {
        return firstName + " " + lastName;
    }

    public void close(Instant at) {
        status = CustomerStatus.CLOSED;
        closedAt = at;
    }
}
