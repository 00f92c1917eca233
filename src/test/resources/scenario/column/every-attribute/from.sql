CREATE TABLE t (id bigint PRIMARY KEY, typed integer, nullability text, defaulted text DEFAULT 'a', counted bigint NOT NULL, serials integer NOT NULL, computed integer, collated text, told text, gone date);
COMMENT ON COLUMN t.told IS 'before';
