package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @ManyToOne @JoinColumn(name = "bus", referencedColumnName = "number") Bus bus;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
