CREATE TABLE t (id int PRIMARY KEY, name text);
CREATE VIEW v AS SELECT id, name FROM t;
CREATE FUNCTION "Counted"(lowest int DEFAULT 1) RETURNS bigint LANGUAGE sql STABLE SET search_path = public RETURN (SELECT count(name) FROM v WHERE id >= lowest);
COMMENT ON FUNCTION "Counted"(int) IS 'kept';
CREATE VIEW uses_it AS SELECT "Counted"(1) AS n;
-- One with a block is the last, because the driver does not see where it ends.
CREATE PROCEDURE emptied() LANGUAGE sql BEGIN ATOMIC UPDATE t SET name = NULL; DELETE FROM t WHERE name = 'x'; END;
