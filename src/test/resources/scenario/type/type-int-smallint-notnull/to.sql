CREATE TABLE acct (id int PRIMARY KEY, c smallint NOT NULL);
