CREATE TABLE t (id bigint PRIMARY KEY) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);
COMMENT ON TABLE t IS 'before';
CREATE UNLOGGED TABLE u (id bigint PRIMARY KEY);
