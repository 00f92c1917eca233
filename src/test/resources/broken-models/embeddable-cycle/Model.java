package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    Left left;
}

@Embeddable
class Left {
    Right right;
}

@Embeddable
class Right {
    Left left;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
