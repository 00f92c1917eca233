CREATE TABLE g (id int, n int, d int GENERATED ALWAYS AS (n * 2) STORED);
