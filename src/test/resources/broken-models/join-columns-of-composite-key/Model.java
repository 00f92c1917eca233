package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @ManyToOne @JoinColumn(name = "dock_id") Dock dock;
}

@Entity
@IdClass(DockId.class)
class Dock {
    @Id String port;
    @Id int number;
}

class DockId implements java.io.Serializable {
    String port;
    int number;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
