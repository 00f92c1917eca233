package com.acme.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.envers.AuditTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/** Entities whose history Envers keeps: an embeddable, collections, a hierarchy, a table named by hand. */
final class Accounts {}

enum State {
    OPEN,
    CLOSED
}

@Embeddable
class Amount {
    @Column(precision = 12, scale = 2)
    BigDecimal value;

    String currency;
}

@Entity
@Audited
@Inheritance(strategy = InheritanceType.JOINED)
class Account {

    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false, length = 40)
    String name;

    @Enumerated(EnumType.STRING)
    State state;

    Amount balance;

    @NotAudited
    String scratch;

    @ElementCollection
    Set<String> labels = new HashSet<>();

    @ManyToMany
    Set<Owner> owners = new HashSet<>();
}

@Entity
@Audited
class Savings extends Account {
    int months;
}

@Entity
@Audited
@AuditTable("owner_history")
class Owner {

    @Id
    long id;

    String name;

    @ManyToOne
    Owner parent;
}
