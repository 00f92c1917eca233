package com.acme.shop.customer;

import com.acme.shop.PostalAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** An entry of a customer's address book. */
@Entity
@Table(
        uniqueConstraints =
                @UniqueConstraint(
                        name = "customer_address_label_key",
                        columnNames = {"customer_id", "label"}))
public class CustomerAddress {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Customer customer;

    @NotBlank
    @Column(length = 40)
    private String label;

    @NotNull
    @Valid
    @Embedded
    private PostalAddress address;

    protected CustomerAddress() {}

    public CustomerAddress(Customer customer, String label, PostalAddress address) {
        this.customer = customer;
        this.label = label;
        this.address = address;
    }
}
