CREATE DOMAIN money_of AS text CHECK (VALUE <> '');
CREATE TABLE t (id integer PRIMARY KEY, price money_of, CONSTRAINT paid CHECK (price <> '(0,)'));
