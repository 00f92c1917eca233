CREATE TABLE t (a text, b bytea);
ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER b SET COMPRESSION pglz, ALTER a SET STATISTICS 500, ALTER a SET (n_distinct = 5);
ALTER TABLE t REPLICA IDENTITY FULL;
ALTER TABLE t SET (autovacuum_enabled=off, toast.autovacuum_enabled=off);
