package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @PrePersist void before(String s) {}
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
