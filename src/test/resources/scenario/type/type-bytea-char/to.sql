CREATE TABLE acct (id int PRIMARY KEY, c char(1) NOT NULL);
