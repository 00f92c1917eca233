package shop;

@javax.persistence.Entity
class Car {
    Long id;
}
