package dev.retort.model.enums;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

/** Enums, structs and documents. */
@Entity
class Purchase {

    @Id
    Long id;

    State ordinal;

    @Enumerated(EnumType.STRING)
    State string;

    @Enumerated(EnumType.STRING)
    @Column(length = 5)
    State narrow;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    State named;

    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    Rank ranked;

    @Enumerated(EnumType.STRING)
    Coded coded;

    @Enumerated(EnumType.STRING)
    Set<State> states;

    @Enumerated(EnumType.STRING)
    State[] history;

    @Struct(name = "Address_T")
    @Embedded
    Address home;

    @JdbcTypeCode(SqlTypes.JSON)
    @Embedded
    Document document;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Document> documents;

    @Struct(name = "Address_T")
    List<Address> others;
}

enum State {
    OPEN,
    PAID,
    CLOSED
}

enum Rank {
    LOW,
    HIGH,
    BEST
}

enum Coded {
    RED("r"),
    GREEN("g");

    @EnumeratedValue
    final String code;

    Coded(String code) {
        this.code = code;
    }
}

@Embeddable
class Address {

    @Column(length = 80, nullable = false)
    String street;

    Integer zip;

    @Enumerated(EnumType.STRING)
    State state;
}

@Embeddable
@SuppressWarnings("deprecation")
class Document {

    @Column(nullable = false)
    String title;

    @Check(constraints = "pages > 0")
    Integer pages;

    @Enumerated(EnumType.STRING)
    State state;
}
