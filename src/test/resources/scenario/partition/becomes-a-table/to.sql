CREATE TABLE event (at date NOT NULL, note text) PARTITION BY RANGE (at);
CREATE TABLE kind (name text NOT NULL) PARTITION BY LIST (name);
CREATE TABLE event_26 (at date NOT NULL, note text, id serial);
CREATE TABLE "kind's (a)" PARTITION OF kind FOR VALUES IN ('a''s)', 'b (');
CREATE TABLE kind_rest PARTITION OF kind DEFAULT;
