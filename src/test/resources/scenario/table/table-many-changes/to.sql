CREATE TABLE acct (id int CHECK (id > 0) UNIQUE, name char(1) COLLATE "C" NOT NULL DEFAULT '5' PRIMARY KEY, made_at timestamp NOT NULL, ratio real);
ALTER TABLE acct ADD CONSTRAINT ratio_nn CHECK (ratio IS NOT NULL);
CREATE INDEX acct_made ON acct (made_at);
