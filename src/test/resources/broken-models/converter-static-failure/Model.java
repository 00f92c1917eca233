package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @Convert(converter = Cents.class) String price;
}

class Cents implements AttributeConverter<String, Long> {
    static final int KEY = Integer.parseInt("secret");
    public Long convertToDatabaseColumn(String d) { return 1L; }
    public String convertToEntityAttribute(Long l) { return null; }
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
