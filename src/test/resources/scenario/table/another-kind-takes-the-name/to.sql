CREATE TABLE b (id int PRIMARY KEY, x text);
CREATE TABLE c (id int PRIMARY KEY, y text);
CREATE TYPE a AS ENUM ('1');
