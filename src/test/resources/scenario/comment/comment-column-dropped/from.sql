CREATE TABLE h (id int, a text);
COMMENT ON COLUMN h.a IS 'x';
