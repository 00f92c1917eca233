CREATE TYPE mood AS ENUM ('a','b','z');
CREATE TABLE person (id int, m mood DEFAULT 'a');
