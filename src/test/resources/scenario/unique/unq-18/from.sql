CREATE TABLE t (id integer PRIMARY KEY, x varchar(20));
CREATE UNIQUE INDEX ix_t_x ON t (x);
