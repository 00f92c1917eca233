package dev.retort.model.xml;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;

/** Mapped by documents alone. */
class Author {
    Long id;
    String fullName;
    String mailAddress;
}

/** Mapped by annotations, listed in a persistence unit. */
@Entity
class Magazine {

    @Id
    Long id;

    @NotNull
    String mainTitle;
}
