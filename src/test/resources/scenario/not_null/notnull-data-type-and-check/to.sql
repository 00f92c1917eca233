CREATE TABLE acct (id int PRIMARY KEY, c text NOT NULL);
ALTER TABLE acct ADD CONSTRAINT c_len CHECK (length(c) > 0);
