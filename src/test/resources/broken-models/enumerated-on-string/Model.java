package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @Enumerated(EnumType.STRING) String kind;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
