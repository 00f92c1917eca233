package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @OneToMany @MapKey(name = "number") Map<String, Bus> buses;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
