CREATE TABLE t (id bigint PRIMARY KEY, becomes_valid text, becomes_open text NOT NULL, renamed text, fresh text);
ALTER TABLE t ADD CONSTRAINT a NOT NULL becomes_valid NOT VALID;
ALTER TABLE t ADD CONSTRAINT b NOT NULL renamed NOT VALID;
CREATE TABLE stays (id bigint PRIMARY KEY, a text);
ALTER TABLE stays ADD CONSTRAINT a NOT NULL a NOT VALID;
