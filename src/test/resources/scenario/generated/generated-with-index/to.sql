CREATE TABLE art (id int, title text NOT NULL, sv tsvector GENERATED ALWAYS AS (to_tsvector('english', title)) STORED);
CREATE INDEX art_sv ON art USING gin (sv);
