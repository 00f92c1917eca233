// setting: hibernate.physical_naming_strategy=com.acme.Snake
package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
}
