CREATE TABLE job (id int PRIMARY KEY, state smallint NOT NULL CHECK (state BETWEEN 0 AND 1));
