package com.acme.yard;

import jakarta.persistence.*;
import jakarta.validation.constraints.*;
import java.io.Serializable;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@SequenceGenerator(name = "people", sequenceName = "people_numbers", initialValue = 100, allocationSize = 10)
class Person {

    @Id
    @GeneratedValue(generator = "people")
    Long id;

    @NotBlank
    @Email
    String email;

    @ElementCollection
    @OrderColumn
    List<String> phones;

    @ElementCollection
    @CollectionTable(name = "person_tag", indexes = @jakarta.persistence.Index(name = "tag_by_text", columnList = "tag"))
    @Column(name = "tag", nullable = false, length = 30)
    Set<String> tags;

    @ElementCollection
    @MapKeyColumn(name = "kind")
    Map<String, Address> addresses;

    @ManyToMany
    Set<Vessel> servedOn;

    @OneToMany
    List<Certificate> certificates;
}

@Embeddable
class Address {

    @Size(max = 60)
    String street;

    @ManyToOne
    Yard near;
}

@Entity
class Captain extends Person {

    @OneToOne
    Vessel command;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime appointed;
}

@Entity
@PrimaryKeyJoinColumn(name = "engineer_no")
class Engineer extends Person {
    int grade;

    @ManyToOne
    Ticket ticket;
}

@Entity
class Ticket {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;
}

@Entity
class Certificate {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @ManyToOne(fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.CASCADE)
    Person holder;

    @ManyToOne
    @JoinColumn(foreignKey = @jakarta.persistence.ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Yard issuedBy;

    @Convert(converter = YesNo.class)
    @Column(length = 1)
    Boolean valid;
}

@Converter
class YesNo implements AttributeConverter<Boolean, String> {
    @Override
    public String convertToDatabaseColumn(Boolean value) {
        return value == null ? null : value ? "Y" : "N";
    }

    @Override
    public Boolean convertToEntityAttribute(String text) {
        return text == null ? null : text.equals("Y");
    }
}

@Entity
class Watch {

    @EmbeddedId
    WatchId id;

    @MapsId("personId")
    @ManyToOne
    Person person;

    @ManyToOne
    @JoinColumn(name = "relief_day", referencedColumnName = "day")
    @JoinColumn(name = "relief_person", referencedColumnName = "person_id")
    Watch relief;
}

@Embeddable
class WatchId implements Serializable {
    private static final long serialVersionUID = 1L;
    LocalDate day;

    @Column(name = "person_id")
    Long personId;

    @Override
    public boolean equals(Object other) {
        return other instanceof WatchId;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

@Entity
@IdClass(LogKey.class)
class LogEntry {

    @Id
    @ManyToOne
    Vessel vessel;

    @Id
    int zulu;

    @Id
    UUID alpha;

    @Column(length = 100000)
    String text;

    @PartitionKey
    String region;
}

class LogKey implements Serializable {
    private static final long serialVersionUID = 1L;
    Long vessel;
    int zulu;
    UUID alpha;

    @Override
    public boolean equals(Object other) {
        return other instanceof LogKey;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
