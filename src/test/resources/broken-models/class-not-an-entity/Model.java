// entities: shop.Car
package shop;

import jakarta.persistence.*;
import java.util.*;

class Car {
    Long id;
}
