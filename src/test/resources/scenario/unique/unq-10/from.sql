CREATE TABLE t (id integer PRIMARY KEY, x integer, y integer, z integer, CONSTRAINT "SomeConstraint" UNIQUE (x));
