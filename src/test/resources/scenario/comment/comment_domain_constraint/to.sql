CREATE DOMAIN quantity AS integer CONSTRAINT quantity_check CHECK (VALUE > 0) CONSTRAINT quantity_limit CHECK (VALUE < 1000);
COMMENT ON CONSTRAINT quantity_check ON DOMAIN quantity IS 'nothing isn''t a quantity */ \u002a/';
CREATE TABLE line (id bigint PRIMARY KEY, n quantity);
