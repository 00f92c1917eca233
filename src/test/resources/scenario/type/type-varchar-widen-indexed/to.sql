CREATE TABLE acct (id int, c varchar(40));
CREATE INDEX acct_c ON acct (c);
CREATE INDEX acct_lc ON acct (lower(c));
