CREATE TABLE acct (id int PRIMARY KEY CHECK (id > 0), name varchar(255) COLLATE "POSIX" UNIQUE NOT NULL DEFAULT '', made_at timestamp, ratio real);
ALTER TABLE acct ADD CONSTRAINT ratio_nn CHECK (ratio IS NOT NULL) NOT VALID;
CREATE UNIQUE INDEX acct_u ON acct (name, made_at);
