package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @OneToMany(mappedBy = "auto") List<Wheel> wheels;
}

@Entity
class Wheel {
    @Id Long id;
    @ManyToOne Car car;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
