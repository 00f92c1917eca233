CREATE TABLE a (id int, x int default 1 CHECK (x > 0));
CREATE TABLE b (y int) INHERITS (a);
CREATE TABLE c (x int default 7, z int) INHERITS (b);
