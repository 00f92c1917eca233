// gone: shop.Tag
package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @ElementCollection List<Tag> tags;
}

@Embeddable
class Tag {
    String text;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
