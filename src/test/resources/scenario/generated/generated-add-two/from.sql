CREATE TABLE prod (id int, name text NOT NULL, price numeric(10,2) NOT NULL);
