package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
@IdClass(CarId.class)
class Car {
    @Id String port;
    @Id int number;
}

class CarId implements java.io.Serializable {
    String port;
    int nr;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
