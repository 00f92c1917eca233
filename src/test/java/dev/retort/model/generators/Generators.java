package dev.retort.model.generators;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.util.UUID;

/** Generators of every kind. */
@Entity
class BySequence {

    @Id
    @GeneratedValue
    Long id;
}

@Entity
class ByNamedSequence {

    @Id
    @GeneratedValue(generator = "numbers")
    @SequenceGenerator(
            name = "numbers",
            sequenceName = "Number_Source",
            schema = "pool",
            initialValue = 1000,
            allocationSize = 7,
            options = "cache 20 cycle")
    Integer id;
}

@Entity
class ByDescendingSequence {

    @Id
    @GeneratedValue(generator = "down")
    @SequenceGenerator(name = "down", initialValue = -1, allocationSize = -1)
    Long id;
}

@Entity
class ByTable {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;
}

@Entity
class ByNamedTable {

    @Id
    @GeneratedValue(generator = "rows")
    @TableGenerator(name = "rows", table = "id_source", pkColumnValue = "named", initialValue = 5)
    Long id;
}

@Entity
class ByIdentity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Short id;
}

@Entity
class ByUuid {

    @Id
    @GeneratedValue
    UUID id;

    @Column(columnDefinition = "serial")
    int number;
}
