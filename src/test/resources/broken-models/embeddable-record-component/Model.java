package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    Size size;
}

@Embeddable
record Size(int width, Thread worker) {}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
