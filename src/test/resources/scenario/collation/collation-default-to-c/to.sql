CREATE TABLE acct (id int PRIMARY KEY, c text COLLATE "C");
