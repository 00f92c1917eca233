package dev.retort.model.doubtful;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.Map;
import java.util.Set;

/** Overrides that name something, by every way to name it, and beside each kind one that names nothing; a class of two roles. */
final class Doubtful {}

@Embeddable
class Point {
    int east;
    int north;
}

@Embeddable
class Place {
    String street;

    @Embedded
    @AttributeOverride(name = "east", column = @Column(name = "place_east"))
    @AttributeOverride(name = "nroth", column = @Column(name = "place_north"))
    Point at;

    @ManyToOne
    Harbour near;
}

@Embeddable
class BerthId {
    String quay;
    int number;
}

@MappedSuperclass
@AttributeOverride(name = "noted", column = @Column(name = "remark"))
class Kept<T> extends Remarked {

    @Embedded
    T where;
}

@MappedSuperclass
class Remarked {
    String noted;
    String seen;
}

@Entity
@AttributeOverride(name = "seen", column = @Column(name = "last_seen"))
@AttributeOverride(name = "where.street", column = @Column(name = "road"))
@AttributeOverride(name = "where.stret", column = @Column(name = "lane"))
class Harbour extends Kept<Place> {

    @Id
    long id;
}

@Entity
class Berth {

    @EmbeddedId
    @AttributeOverride(name = "quay", column = @Column(name = "quay_name"))
    @AttributeOverride(name = "quai", column = @Column(name = "quay_id"))
    BerthId id;

    @AttributeOverride(name = "at.east", column = @Column(name = "x"))
    @AssociationOverride(name = "near", joinColumns = @JoinColumn(name = "near_id"))
    @AssociationOverride(name = "naer", joinColumns = @JoinColumn(name = "naer_id"))
    Place place;

    @ElementCollection
    @AttributeOverride(name = "key.quay", column = @Column(name = "of_quay"))
    @AttributeOverride(name = "value.street", column = @Column(name = "of_street"))
    @AttributeOverride(name = "value.stret", column = @Column(name = "of_lane"))
    Map<BerthId, Place> others;

    @ElementCollection
    @AttributeOverride(name = "east", column = @Column(name = "corner_x"))
    Set<Point> corners;

    @ElementCollection
    @AttributeOverride(name = "value", column = @Column(name = "depth"))
    @AttributeOverride(name = "key", column = @Column(name = "tide"))
    Map<String, Integer> depths;
}

@Entity
@MappedSuperclass
class Tug {

    @Id
    long id;
}
