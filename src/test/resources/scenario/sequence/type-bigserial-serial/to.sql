CREATE TABLE u (id serial NOT NULL);
