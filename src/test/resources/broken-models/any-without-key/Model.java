package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @org.hibernate.annotations.Any Object thing;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
