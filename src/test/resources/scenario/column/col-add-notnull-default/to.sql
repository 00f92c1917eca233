CREATE TABLE acct (id int PRIMARY KEY, c varchar(255) NOT NULL DEFAULT '');
