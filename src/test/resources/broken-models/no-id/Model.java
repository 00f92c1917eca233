package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    String plate;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
