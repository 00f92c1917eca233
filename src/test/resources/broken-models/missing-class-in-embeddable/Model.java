// gone: shop.Unit
package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    Size size;
}

@Embeddable
class Size {
    Unit unit;
}

enum Unit { CM }

@Entity
class Bus {
    @Id Long id;
    String plate;
}
