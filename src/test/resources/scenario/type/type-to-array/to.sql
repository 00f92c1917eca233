CREATE TABLE acct (id int PRIMARY KEY, a int[]);
