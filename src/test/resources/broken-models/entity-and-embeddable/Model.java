package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Embeddable
class Car {
    @Id Long id;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
