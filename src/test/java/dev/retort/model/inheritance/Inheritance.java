package dev.retort.model.inheritance;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.CreationTimestamp;

/** What every entity here starts with. */
@MappedSuperclass
abstract class Base {

    @Id
    @GeneratedValue
    Long id;

    @Version
    int version;

    @CreationTimestamp
    Instant created;
}

@Entity
class Animal extends Base {
    String name;
}

@Entity
class Dog extends Animal {

    @Column(nullable = false)
    String breed;

    int legs;

    @ManyToOne(optional = false)
    Dog mother;
}

@Entity
@DiscriminatorValue("CAT")
class Cat extends Animal {

    @Column(unique = true)
    String chip;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
@Table(indexes = @Index(columnList = "plate"))
class Vehicle extends Base {
    String plate;
}

@Entity
@DiscriminatorValue("1")
@PrimaryKeyJoinColumn(name = "vehicle_id")
class Truck extends Vehicle {
    int axles;

    @ManyToOne
    Vehicle trailer;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Document extends Base {

    @Column(unique = true)
    String title;

    @ManyToOne
    Animal subject;

    @ManyToOne
    Document previous;
}

@Entity
@Table(indexes = @Index(name = "invoice_number", columnList = "number, title desc"))
class Invoice extends Document {
    String number;
}

@Entity
class Letter extends Document {
    String body;
}

@Entity
@SecondaryTable(name = "house_plan", indexes = @Index(columnList = "drawing"))
class House extends Base {

    String street;

    @Column(table = "house_plan", nullable = false)
    String drawing;

    @ManyToOne
    Animal guard;
}
