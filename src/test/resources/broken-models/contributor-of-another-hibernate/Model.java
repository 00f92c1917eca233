// gone: org.hibernate.old.Gone
package shop;

import jakarta.persistence.*;

@Entity
class Car {
    @Id Long id;
}
