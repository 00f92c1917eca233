CREATE TYPE mood AS ENUM ('SAD', 'GLAD');
CREATE DOMAIN spelt AS text DEFAULT 'SAD'::mood::text CONSTRAINT "as mood" CHECK (VALUE::mood IS NOT NULL);
CREATE TYPE pair AS (s spelt);
CREATE DOMAIN over AS pair;
CREATE TABLE t (id int PRIMARY KEY, s spelt[], o over, m mood);
COMMENT ON CONSTRAINT "as mood" ON DOMAIN spelt IS 'kept';
