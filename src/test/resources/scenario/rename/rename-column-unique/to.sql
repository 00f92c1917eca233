CREATE TABLE u (id int, user_name varchar(10) NOT NULL UNIQUE);
