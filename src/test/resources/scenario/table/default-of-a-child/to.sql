CREATE TABLE a (id bigint, x int default 2 CHECK (x > 0), n text not null default 'q');
CREATE TABLE b (y bigint) INHERITS (a);
CREATE TABLE c (x int default 7, z int) INHERITS (b);
