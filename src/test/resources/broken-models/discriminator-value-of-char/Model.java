package shop;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.*;

@Entity
class Bus {
    @EmbeddedId Pass pass;
    String plate;

    @Embeddable
    record Pass(Long line, Instant at) {}
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR, length = 1)
class Car {
    @Id Long id;
}
