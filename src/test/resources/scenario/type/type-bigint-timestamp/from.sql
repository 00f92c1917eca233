CREATE TABLE acct (id int PRIMARY KEY, at bigint);
