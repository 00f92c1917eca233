CREATE TABLE acct (id int);
CREATE UNIQUE INDEX acct_i ON acct (id);
