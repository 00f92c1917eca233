CREATE TABLE add_ix (x varchar(50));
CREATE INDEX ix_1 ON add_ix (x);
CREATE SCHEMA s2;
CREATE TABLE s2.add_ix (x varchar(50));
