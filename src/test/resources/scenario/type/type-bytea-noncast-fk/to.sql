CREATE TABLE acct (id int PRIMARY KEY, c uuid);
