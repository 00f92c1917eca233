package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @OneToMany Bus bus;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
