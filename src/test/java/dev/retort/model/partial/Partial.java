package dev.retort.model.partial;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.PrePersist;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Entities that no session factory can be built of; their schema is whole all the same. */
@Entity
@NamedQuery(name = "gone", query = "select new com.acme.gone.Summary(g.name) from Guest g")
@EntityListeners(NeedsAContainer.class)
class Guest {

    @Id
    Long id;

    @NotNull
    @Size(max = 40)
    String name;
}

/** Without a constructor that Hibernate could call. */
class NeedsAContainer {

    private final String service;

    NeedsAContainer(String service) {
        this.service = service;
    }

    @PrePersist
    void stored(Object entity) {
        throw new IllegalStateException(service + " is not told of " + entity);
    }
}

/** A constraint that no validator understands, as it says no message. */
@Entity
class Room {

    @Id
    Long id;

    @Quiet
    @NotNull
    String number;
}

@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Quiet {

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
