CREATE TABLE t (id bigint PRIMARY KEY, a integer, s integer GENERATED ALWAYS AS (a + 1) STORED, v integer GENERATED ALWAYS AS (a + 1) VIRTUAL, w integer GENERATED ALWAYS AS (a * 2) VIRTUAL);
