// gone: shop.Price
package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    private Long id;
    @Id public Long getId() { return id; }
    public void setId(Long id) { this.id = id; }
    public Price getPrice() { return null; }
    public void setPrice(Price p) {}
}

class Price {}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
