CREATE TYPE mood AS ENUM ('SAD', 'IN_PROGRESS', 'OK', 'GREAT');
CREATE TYPE phase AS ENUM ('a', 'b', 'c', 'd');
CREATE TABLE t (id bigint PRIMARY KEY, m mood, p phase[]);
