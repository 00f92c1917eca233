CREATE TYPE e AS ENUM ('a','c');
CREATE TABLE t (id int primary key, e e default 'a');
