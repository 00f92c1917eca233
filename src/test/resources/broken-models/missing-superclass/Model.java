// gone: shop.Thing
package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car extends Thing {
    @Id Long id;
}

class Thing {}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
