package com.acme.yard;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.*;
import org.hibernate.annotations.*;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Item {

    @Id
    @GeneratedValue
    Long id;

    String label;

    @ManyToOne
    Store store;
}

@Entity
class Rope extends Item {
    double metres;
}

@Entity
class Paint extends Item {
    String colour;
}

@Entity
@SecondaryTable(
        name = "store_details",
        indexes = @jakarta.persistence.Index(name = "details_by_note", columnList = "note"))
@SoftDelete
class Store {

    @Id
    String code;

    @Column(table = "store_details")
    String note;

    @OneToMany(mappedBy = "store")
    @jakarta.persistence.OrderBy("label")
    List<Rope> ropes;

    @OneToMany
    @JoinColumn(name = "store_code")
    @OrderColumn(name = "place")
    List<Shelf> shelves;

    @Column(precision = 3)
    LocalDateTime counted;
}

@Entity
class Shelf {

    @Id
    @UuidGenerator
    UUID id;

    @Column(name = "\"Shelf Name\"")
    String name;

    @TenantId
    String tenant;
}

@Entity
@jakarta.persistence.Table(name = "stock_line", schema = "stock")
class StockLine {

    @EmbeddedId
    StockLineId id;

    int amount;
}

/** A number within a key, from a sequence of its own. */
@Embeddable
class StockLineId implements Serializable {
    private static final long serialVersionUID = 1L;

    String item;

    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_numbers")
    @SequenceGenerator(name = "stock_numbers", sequenceName = "stock_numbers", allocationSize = 1)
    Long number;

    @Override
    public boolean equals(Object other) {
        return other instanceof StockLineId;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

@Entity
@Immutable
@View(query = "select y.id as id, count(v.id) as vessels from Yard y left join vessel v on v.yard_id = y.id group by y.id")
class YardLoad {

    @Id
    Long id;

    long vessels;
}
