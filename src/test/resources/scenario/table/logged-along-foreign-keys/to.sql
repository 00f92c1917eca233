CREATE TABLE a (id int primary key);
CREATE TABLE b (id int primary key, a int references a);
