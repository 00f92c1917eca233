CREATE TABLE acct (id int PRIMARY KEY, grid int[][]);
