package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    private Bus bus;
    @ManyToOne public Bus getBus() { return bus; }
    public void setBus(Bus b) { bus = b; }
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
