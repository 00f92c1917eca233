CREATE TABLE t (id integer PRIMARY KEY, status varchar(255) CONSTRAINT t_status_check CHECK (status IN ('NEW','PAID','SHIPPED')));
