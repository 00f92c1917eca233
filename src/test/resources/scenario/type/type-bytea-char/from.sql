CREATE TABLE acct (id int PRIMARY KEY, c bytea NOT NULL);
