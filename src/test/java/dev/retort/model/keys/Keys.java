package dev.retort.model.keys;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.PartitionKey;

/** Keys of every kind. */
@Entity
@Table(
        name = "account",
        uniqueConstraints = {
            @UniqueConstraint(columnNames = {"bank", "number"}),
            @UniqueConstraint(name = "account_iban", columnNames = "iban"),
            @UniqueConstraint(name = "account_email", columnNames = "email"),
            @UniqueConstraint(name = "account_key", columnNames = "id")
        })
class Account {

    @Id
    Long id;

    String bank;
    String number;
    String iban;

    @Column(unique = true)
    String email;

    @NaturalId
    String handle;

    @ElementCollection
    @OrderColumn
    List<String> phones;

    @ElementCollection
    Set<String> tags;
}

@Entity
@IdClass(EntryId.class)
class Entry {

    @Id
    UUID zebra;

    @Id
    int alpha;

    @Id
    @ManyToOne
    Branch branch;

    String text;
}

class EntryId implements Serializable {
    private static final long serialVersionUID = 1L;
    UUID zebra;
    int alpha;
    BranchId branch;

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryId that && alpha == that.alpha;
    }

    @Override
    public int hashCode() {
        return alpha;
    }
}

@Entity
class Branch {

    @EmbeddedId
    BranchId id;

    @ManyToOne
    Branch parent;
}

@Embeddable
class BranchId implements Serializable {
    private static final long serialVersionUID = 1L;

    String town;
    short digits;
    UUID code;

    @Override
    public boolean equals(Object other) {
        return other instanceof BranchId that && digits == that.digits;
    }

    @Override
    public int hashCode() {
        return digits;
    }
}

@Entity
class Measurement {

    @Id
    Long id;

    @PartitionKey
    String region;
}

@Entity
class Profile {

    @Id
    Long id;

    @MapsId
    @OneToOne
    Account account;

    @OneToOne
    @JoinColumn(name = "email", referencedColumnName = "email", insertable = false, updatable = false)
    Account byEmail;

    String email;
}
