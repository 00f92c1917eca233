package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) java.util.UUID id;
    @GeneratedValue(strategy = GenerationType.SEQUENCE) String number;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
