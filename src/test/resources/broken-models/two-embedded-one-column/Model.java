package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @Embedded Address home;
    @Embedded Address work;
}

@Embeddable
class Address {
    String street;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
