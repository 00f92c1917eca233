package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @OneToMany List buses;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
