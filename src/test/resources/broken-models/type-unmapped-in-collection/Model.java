package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @ElementCollection List<Thread> workers;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
