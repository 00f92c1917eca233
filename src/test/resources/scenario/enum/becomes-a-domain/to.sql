CREATE DOMAIN mood AS varchar(10) DEFAULT 'calm' CHECK (VALUE IN ('calm', 'wild'));
COMMENT ON DOMAIN mood IS 'As text';
CREATE TYPE felt AS (mood mood, at date);
CREATE TABLE t (id integer PRIMARY KEY, m mood DEFAULT 'wild', ms mood[], f felt, loud boolean GENERATED ALWAYS AS (m = 'wild') STORED);
CREATE INDEX t_m ON t (m);
CREATE VIEW v AS SELECT m, f FROM t;
