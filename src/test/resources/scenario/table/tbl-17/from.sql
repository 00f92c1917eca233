CREATE TABLE add_ix (x varchar(50));
CREATE INDEX ix_1 ON add_ix (x);
