package com.acme.shop.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One transaction that changed audited rows. */
@Entity
@Table(name = "revinfo")
public class ChangeSet {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revinfo_seq")
    @SequenceGenerator(name = "revinfo_seq", sequenceName = "revinfo_seq")
    @Column(name = "rev")
    private Integer id;

    @Column(nullable = false)
    private Instant committedAt;

    @Column(length = 80)
    private String author;
}
