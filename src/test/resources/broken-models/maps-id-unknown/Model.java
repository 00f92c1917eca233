package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @EmbeddedId CarId id;
    @MapsId("bus") @ManyToOne Bus bus;
}

@Embeddable
class CarId implements java.io.Serializable {
    Long busId;
    int number;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
