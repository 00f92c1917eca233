CREATE TYPE address AS (street text, zip integer);
COMMENT ON COLUMN address.street IS 'with its number';
CREATE TABLE house (id integer PRIMARY KEY);
