package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    Kind kind;
}

enum Kind {
    A;
    static final int N = Integer.parseInt("x");
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
