CREATE TYPE mood AS ENUM ('a','b');
CREATE TABLE person (id int, m mood);
