CREATE TABLE acct (id int PRIMARY KEY, c boolean DEFAULT true);
