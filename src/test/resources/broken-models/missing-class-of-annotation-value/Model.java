// gone: shop.Cents
package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @Convert(converter = Cents.class) java.math.BigDecimal price;
}

class Cents implements AttributeConverter<java.math.BigDecimal, Long> {
    public Long convertToDatabaseColumn(java.math.BigDecimal d) { return 1L; }
    public java.math.BigDecimal convertToEntityAttribute(Long l) { return null; }
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
