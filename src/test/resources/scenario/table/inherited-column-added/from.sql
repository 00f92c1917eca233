CREATE TABLE base (id integer, a integer);
CREATE TABLE kid (own integer) INHERITS (base);
