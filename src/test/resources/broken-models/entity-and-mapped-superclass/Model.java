package shop;

import jakarta.persistence.*;

@Entity
@MappedSuperclass
class Vehicle {
    @Id
    Long id;
}

@Entity
class Car extends Vehicle {
    String plate;
}
