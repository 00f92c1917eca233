// entities: unit:fleet
package shop;

import jakarta.persistence.*;

@Entity
class Car {
    @Id
    Long id;
}

class Plain {
    Long id;
}
