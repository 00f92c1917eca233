CREATE TABLE acct (id int, CONSTRAINT acct_u UNIQUE (id));
