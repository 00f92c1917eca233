package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM) Kind[] kinds;
}

enum Kind { A, B }

@Entity
class Bus {
    @Id Long id;
    String plate;
}
