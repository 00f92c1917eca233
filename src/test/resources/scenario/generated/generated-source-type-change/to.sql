CREATE TABLE g (n bigint, d bigint GENERATED ALWAYS AS (n * 2) STORED);
