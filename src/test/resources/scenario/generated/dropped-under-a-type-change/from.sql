CREATE TABLE t (a text, b text GENERATED ALWAYS AS (upper(a)) STORED);
