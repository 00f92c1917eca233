package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car extends Base {
}

@MappedSuperclass
class Base {
    @Id Long id;
    Thread worker;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
