CREATE TABLE t (id integer PRIMARY KEY, bar integer, name varchar(20), foo text GENERATED ALWAYS AS (case when (bar>0) then 'pos'::text else 'neg'::text end) STORED);
