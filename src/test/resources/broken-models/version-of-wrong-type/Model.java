package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @Version List<String> version;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
