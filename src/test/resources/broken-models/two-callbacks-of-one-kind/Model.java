package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @PrePersist void one() {}
    @PrePersist void two() {}
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
