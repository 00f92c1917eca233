package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Car {
    @Id Long id;
    @org.hibernate.annotations.Type(Odd.class) String odd;
}

class Odd implements org.hibernate.usertype.UserType<String> {

    public int getSqlType() { return Integer.parseInt("x"); }
    public Class<String> returnedClass() { return String.class; }
    public boolean equals(String a, String b) { return Objects.equals(a, b); }
    public int hashCode(String s) { return Objects.hashCode(s); }
    public String nullSafeGet(java.sql.ResultSet r, int i, org.hibernate.type.descriptor.WrapperOptions o) { return null; }
    public void nullSafeSet(java.sql.PreparedStatement s, String v, int i, org.hibernate.type.descriptor.WrapperOptions o) {}
    public String deepCopy(String s) { return s; }
    public boolean isMutable() { return false; }
    public java.io.Serializable disassemble(String s) { return s; }
    public String assemble(java.io.Serializable c, Object o) { return (String) c; }
}

@Entity
class Bus {
    @Id Long id;
    String plate;
}
