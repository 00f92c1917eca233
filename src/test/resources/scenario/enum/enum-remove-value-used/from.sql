CREATE TYPE mood AS ENUM ('1','2','3');
CREATE TABLE person (id int, m mood);
