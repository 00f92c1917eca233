CREATE TABLE room (id bigint PRIMARY KEY, a int4range, b int4range, during tsrange, CONSTRAINT a UNIQUE (a, during WITHOUT OVERLAPS), CONSTRAINT b UNIQUE (b, during));
