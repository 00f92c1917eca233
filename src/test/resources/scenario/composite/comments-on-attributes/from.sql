CREATE TYPE address AS (street text, zip integer, gone text);
COMMENT ON COLUMN address.zip IS 'five digits';
COMMENT ON COLUMN address.gone IS 'no more';
CREATE TABLE house (id integer PRIMARY KEY);
