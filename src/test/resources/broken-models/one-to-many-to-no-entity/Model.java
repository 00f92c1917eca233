package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @OneToMany List<Wheel> wheels;
}

class Wheel {
    Long id;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
