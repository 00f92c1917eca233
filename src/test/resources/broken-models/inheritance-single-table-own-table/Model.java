package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Vehicle {
    @Id Long id;
}

@Entity
@Table(name = "cars")
class Car extends Vehicle {}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
