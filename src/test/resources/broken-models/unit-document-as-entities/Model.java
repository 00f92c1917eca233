// entities: META-INF/persistence.xml
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
