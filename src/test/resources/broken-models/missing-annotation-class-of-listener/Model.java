// gone: shop.Watch
package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
@EntityListeners(Watch.class)
class Car {
    @Id Long id;
}

class Watch {}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
