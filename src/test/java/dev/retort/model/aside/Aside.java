package dev.retort.model.aside;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** States what no operation does. */
@Entity
@Table(options = "with (fillfactor = 70) tablespace fast")
class Shelf {

    @Id
    Long id;
}
