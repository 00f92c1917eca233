package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Vehicle {
    @Id Long id;
}

@Entity
class Car extends Vehicle {
    @Id Long number;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
