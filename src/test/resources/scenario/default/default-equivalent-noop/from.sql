CREATE TABLE acct (id int PRIMARY KEY, c timestamp NOT NULL DEFAULT timezone('utc', now()));
