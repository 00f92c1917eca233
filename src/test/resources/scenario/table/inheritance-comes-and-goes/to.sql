CREATE TABLE base (id integer);
CREATE TABLE kid (id integer, own integer) INHERITS (base);
