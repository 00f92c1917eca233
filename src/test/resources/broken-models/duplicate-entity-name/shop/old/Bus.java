package shop.old;

import jakarta.persistence.*;

@Entity
public class Bus {
    @Id Long id;
}
