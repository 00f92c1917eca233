CREATE UNLOGGED TABLE t (id bigint PRIMARY KEY) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.2);
COMMENT ON TABLE t IS 'after';
CREATE TABLE u (id bigint PRIMARY KEY) WITH (autovacuum_analyze_threshold = 100);
COMMENT ON TABLE u IS 'new';
