package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
interface Car {
    @Id Long getId();
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
