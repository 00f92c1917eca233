package com.acme.shop.warehouse;

import com.acme.shop.Timestamped;
import com.acme.shop.order.Order;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;

/** A parcel on its way. */
@Entity
@Table(
        schema = "warehouse",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "shipment_tracking_key",
                        columnNames = {"carrier", "tracking_code"}))
public class Shipment extends Timestamped {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Order order;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Warehouse warehouse;

    @Column(nullable = false, length = 30)
    private String carrier;

    @Column(length = 60)
    private String trackingCode;

    private Instant handedOverAt;

    private ZonedDateTime deliveredAt;

    private Duration transitTime;
}
