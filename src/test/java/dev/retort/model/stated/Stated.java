package dev.retort.model.stated;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What objects.hbm.xml states objects for. */
@Entity
class Customer {

    @Id
    Long id;

    String note;
}
