package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @Column(table = "car_detail") String note;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
