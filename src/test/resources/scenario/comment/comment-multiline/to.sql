CREATE TABLE h (id int);
COMMENT ON TABLE h IS E'line 1\nline 2 \\ "q"';
