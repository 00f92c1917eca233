CREATE DOMAIN quantity AS integer CONSTRAINT quantity_limit CHECK (VALUE < 1000);
COMMENT ON CONSTRAINT quantity_limit ON DOMAIN quantity IS 'what a shelf holds';
CREATE TABLE line (id bigint PRIMARY KEY, n quantity);
