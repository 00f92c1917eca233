CREATE TABLE acct (id int PRIMARY KEY, a varchar(10), b varchar(10));
