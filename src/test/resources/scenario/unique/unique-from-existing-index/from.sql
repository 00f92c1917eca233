CREATE TABLE acct (id int);
CREATE UNIQUE INDEX acct_u ON acct (id);
