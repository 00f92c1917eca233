package dev.retort.model.broken;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.JdbcTypeCode;

/** No identifier. */
@Entity
class NoId {
    String name;
}

/** A target that nobody reads. */
@Entity
class Dangling {

    @Id
    Long id;

    @ManyToOne
    NotAnEntity other;
}

class NotAnEntity {
    Long id;
}

/** A type without a mapping. */
@Entity
class Untyped {

    @Id
    Long id;

    Thread thread;
}

/** A type code that PostgreSQL has no type for. */
@Entity
class Untypable {

    @Id
    Long id;

    @JdbcTypeCode(4711)
    String odd;
}
