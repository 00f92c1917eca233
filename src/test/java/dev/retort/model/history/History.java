package dev.retort.model.history;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Set;
import org.hibernate.annotations.Audited;
import org.hibernate.annotations.Changelog;
import org.hibernate.annotations.Temporal;

/** What keeps its own past. */
@Entity
@Temporal
class Price {

    @Id
    Long id;

    @Column(nullable = false)
    String label;
}

@Entity
@Temporal
@Temporal.HistoryTable(name = "offers_of_old")
class Offer {

    @Id
    Long id;

    @Column(unique = true)
    String title;
}

@Entity
@Audited
class Contract {

    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false, length = 40)
    String party;

    @ManyToOne
    Contract amends;

    @ElementCollection
    Set<String> clauses;
}

@Entity
@Changelog
class ChangeSet {

    @Id
    @GeneratedValue
    @Changelog.ChangesetId
    Long id;

    @Changelog.Timestamp
    long at;
}
