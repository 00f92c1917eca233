package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @Column(name = "bus_id") Long busId;
    @ManyToOne @JoinColumn(name = "bus_id") Bus bus;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
