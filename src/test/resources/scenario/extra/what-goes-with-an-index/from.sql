CREATE TABLE pile (
    id integer CONSTRAINT pile_pkey PRIMARY KEY WITH (fillfactor = 70),
    n integer,
    g integer GENERATED ALWAYS AS (n * 2) STORED NOT NULL,
    CONSTRAINT "Pile of g" UNIQUE (g) WITH (fillfactor = 60)
);
ALTER TABLE pile CLUSTER ON "Pile of g";
ALTER TABLE pile REPLICA IDENTITY USING INDEX "Pile of g";
CREATE SCHEMA s;
CREATE TABLE s.heap (id integer, g integer GENERATED ALWAYS AS (id * 2) STORED);
CREATE INDEX heap_g ON s.heap (g);
ALTER TABLE s.heap CLUSTER ON heap_g;
