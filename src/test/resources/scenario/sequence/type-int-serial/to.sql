CREATE TABLE u (id int PRIMARY KEY, n serial NOT NULL);
