package shop;

import jakarta.persistence.*;

@Entity
class Bus {
    @Id Long id;
    String plate;
}
