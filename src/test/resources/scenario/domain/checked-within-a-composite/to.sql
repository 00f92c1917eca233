CREATE DOMAIN age AS int CONSTRAINT grown CHECK (VALUE >= 0);
CREATE TYPE person AS (name text, age age);
CREATE TABLE t (p person, ages age[]);
