// gone: shop.Price
package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    Price price;
}

class Price {}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
