CREATE UNLOGGED TABLE a (id int primary key);
CREATE UNLOGGED TABLE b (id int primary key, a int references a);
