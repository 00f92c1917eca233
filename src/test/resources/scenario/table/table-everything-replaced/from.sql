CREATE TABLE acct (id int PRIMARY KEY CHECK (id > 0), name varchar(20) NOT NULL, ratio real);
CREATE UNIQUE INDEX acct_u ON acct (name);
