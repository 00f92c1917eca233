// gone: shop.Zone
package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @ElementCollection Map<Zone, String> prices;
}

enum Zone { A }

@Entity
class Bus {
    @Id Long id;
    String plate;
}
