CREATE TABLE u (id int, username varchar(10) NOT NULL UNIQUE);
