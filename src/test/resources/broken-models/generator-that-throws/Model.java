package shop;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;

@Entity
class Car {
    @Id @GenericGenerator(name = "own", type = Own.class) @GeneratedValue(generator = "own") Long id;
}

class Own extends org.hibernate.id.enhanced.SequenceStyleGenerator {
    public Own() { throw new IllegalStateException("no clock"); }
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
