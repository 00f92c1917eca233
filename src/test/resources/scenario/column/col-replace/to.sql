CREATE TABLE acct (id int PRIMARY KEY, d int);
