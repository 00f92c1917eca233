CREATE TYPE mood AS ENUM ('GLAD', 'SAD', 'ODD');
CREATE FUNCTION known(m mood) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT m IS NOT NULL';
CREATE DOMAIN spelt AS text CONSTRAINT as_mood CHECK (VALUE::mood IS NOT NULL) CONSTRAINT short CHECK (length(VALUE) < 9);
CREATE DOMAIN "Asked" AS varchar(9) DEFAULT 'GLAD'::mood::text CONSTRAINT "As mood" CHECK (known(VALUE::text::mood));
CREATE DOMAIN over AS spelt;
CREATE DOMAIN "left" AS text CHECK (VALUE::mood IS NOT NULL);
COMMENT ON CONSTRAINT as_mood ON DOMAIN spelt IS 'kept';
CREATE TABLE t (id int PRIMARY KEY, s spelt, a "Asked", m mood, o over, l "left");
