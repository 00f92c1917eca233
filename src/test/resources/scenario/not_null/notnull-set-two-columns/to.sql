CREATE TABLE acct (id int PRIMARY KEY, a varchar(10) NOT NULL, b varchar(10) NOT NULL);
