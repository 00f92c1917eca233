CREATE TABLE h (id bigserial PRIMARY KEY, f text);
COMMENT ON TABLE h IS 'h table';
COMMENT ON COLUMN h.f IS 'f''s note';
