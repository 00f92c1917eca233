CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TABLE b (id int PRIMARY KEY, y text);
CREATE TYPE c AS ENUM ('1');
