package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @Column(name = "label") String name;
    @Column(name = "label") String title;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
