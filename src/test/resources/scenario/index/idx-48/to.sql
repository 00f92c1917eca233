CREATE TABLE extra (foo integer, bar integer);
CREATE INDEX ix_extra_foo ON extra (foo);
CREATE INDEX newtable_idx ON extra (bar);
