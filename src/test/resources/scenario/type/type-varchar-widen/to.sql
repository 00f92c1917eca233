CREATE TABLE acct (id int PRIMARY KEY, c varchar(100));
