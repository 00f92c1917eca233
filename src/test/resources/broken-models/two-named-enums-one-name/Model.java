package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM) Kind kind;
    @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM) Other.Kind other;
}

enum Kind { A, B }

class Other {
    enum Kind { X, Y }
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
