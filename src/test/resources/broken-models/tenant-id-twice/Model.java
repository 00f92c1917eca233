package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @org.hibernate.annotations.TenantId String a;
    @org.hibernate.annotations.TenantId Long b;
}

@Entity
class Van {
    @Id Long id;
    @org.hibernate.annotations.TenantId String a;
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
