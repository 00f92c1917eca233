CREATE TABLE event (at date NOT NULL, note text) PARTITION BY RANGE (at);
CREATE TABLE kind (name text NOT NULL) PARTITION BY LIST (name);
CREATE TABLE event_26 PARTITION OF event FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE "kind's (a)" (name text NOT NULL);
CREATE TABLE kind_rest (name text NOT NULL, id serial);
