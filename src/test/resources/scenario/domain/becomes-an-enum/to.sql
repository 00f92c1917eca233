CREATE TYPE mood AS ENUM ('calm', 'wild');
COMMENT ON TYPE mood IS 'As values';
CREATE TYPE felt AS (mood mood, at date);
CREATE TABLE t (id integer PRIMARY KEY, m mood DEFAULT 'wild', ms mood[], f felt, loud boolean GENERATED ALWAYS AS (m = 'wild') STORED);
CREATE INDEX t_m ON t (m);
CREATE VIEW v AS SELECT m, f FROM t;
