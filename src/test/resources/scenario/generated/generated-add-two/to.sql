CREATE TABLE prod (id int, name text NOT NULL, price numeric(10,2) NOT NULL, taxed numeric(10,2) GENERATED ALWAYS AS (price * 1.1) STORED, up text GENERATED ALWAYS AS (upper(name)) STORED);
