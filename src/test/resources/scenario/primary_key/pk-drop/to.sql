CREATE TABLE acct (id int);
