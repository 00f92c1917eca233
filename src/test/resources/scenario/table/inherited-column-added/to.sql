CREATE TABLE base (id integer, a bigint NOT NULL, b text DEFAULT 'x');
CREATE TABLE kid (own integer) INHERITS (base);
