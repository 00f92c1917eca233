CREATE TABLE a (x varchar(50));
