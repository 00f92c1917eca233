// newer: shop.Price
package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    Price price;
}

@Embeddable
class Price {
    int cents;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
