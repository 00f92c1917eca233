package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @ManyToMany(mappedBy = "cars") List<Owner> owners;
}

@Entity
class Owner {
    @Id Long id;
    @ManyToMany(mappedBy = "owners") List<Car> cars;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
