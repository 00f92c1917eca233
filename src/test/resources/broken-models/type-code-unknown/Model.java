package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @org.hibernate.annotations.JdbcTypeCode(4711) String odd;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
