CREATE TYPE mood AS ENUM ('0','1','3');
CREATE TABLE person (id int, m mood);
