package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @ManyToOne String owner;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
