CREATE TYPE mood AS ENUM ('a','b','c');
CREATE TABLE person (id int, m mood);
