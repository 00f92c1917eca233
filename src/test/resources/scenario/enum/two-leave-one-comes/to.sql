CREATE TYPE mood AS ENUM ('SAD', 'inProgress');
CREATE TYPE phase AS ENUM ('a', 'x', 'd');
CREATE TABLE t (id bigint PRIMARY KEY, m mood, p phase[]);
