CREATE TABLE acct (new_id int PRIMARY KEY CHECK (new_id > 0), new_name varchar(20) NOT NULL, new_ratio real);
CREATE UNIQUE INDEX acct_u ON acct (new_name);
