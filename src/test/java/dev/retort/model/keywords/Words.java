package dev.retort.model.keywords;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Names that are key words: of the standard, and of PostgreSQL alone. */
@Entity
@Table(name = "Order")
class Words {

    @Id
    Long id;

    @Column(name = "Limit")
    int limit;

    @Column(name = "Freeze")
    int freeze;

    @Column(name = "Plain")
    int plain;
}
