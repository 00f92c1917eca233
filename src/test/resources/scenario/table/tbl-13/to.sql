CREATE TABLE m (id integer, d date NOT NULL) PARTITION BY RANGE (d);
