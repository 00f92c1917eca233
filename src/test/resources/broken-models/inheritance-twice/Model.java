package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id Long id;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Car extends Vehicle {}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
