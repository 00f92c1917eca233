package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
@org.hibernate.annotations.Filter(name = "mine")
class Car {
    @Id Long id;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
