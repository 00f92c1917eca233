package com.acme.shop.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import org.hibernate.annotations.ColumnDefault;

/** Something to download. */
@Entity
public class DigitalProduct extends Product {

    @Column(nullable = false, length = 500)
    private String downloadUrl;

    @Column(comment = "How long a download link works, in nanoseconds")
    private Duration linkLifetime;

    @ColumnDefault("3")
    @Column(nullable = false)
    private int maxDownloads = 3;

    @Column(length = 64)
    private byte[] checksum;
}
