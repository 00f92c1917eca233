// entities: META-INF/orm.xml
package shop;

import jakarta.persistence.*;
import java.util.*;

class Car {
    Long id;
    String plate;
}
