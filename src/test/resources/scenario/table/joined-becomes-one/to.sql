CREATE TABLE stock (id bigint PRIMARY KEY, name varchar(255), load integer, power integer, dtype varchar(31) CHECK (dtype IN ('Stock', 'Wagon', 'Locomotive')));
