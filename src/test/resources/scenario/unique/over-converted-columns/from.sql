CREATE TABLE t (id int PRIMARY KEY, code varchar(10), state varchar(10), part varchar(40), note text);
