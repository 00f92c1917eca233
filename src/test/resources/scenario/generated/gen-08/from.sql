CREATE TABLE t (id integer PRIMARY KEY, bar integer, name varchar(20), foo text GENERATED ALWAYS AS (CASE WHEN bar > 0 THEN 'pos' ELSE 'neg' END) STORED);
