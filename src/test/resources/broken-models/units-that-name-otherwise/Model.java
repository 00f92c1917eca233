// entities: unit:fleet
// entities: unit:garage
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
