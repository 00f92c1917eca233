CREATE TABLE acct (id int PRIMARY KEY, bal bigint);
